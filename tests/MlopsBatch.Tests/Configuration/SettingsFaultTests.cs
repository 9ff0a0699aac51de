
namespace MlopsBatch.Tests.Configuration;

/// <summary>Each fault's exact words: they are what a person gets to see.</summary>
public class SettingsFaultTests
{
    [Theory]
    [InlineData(
        "models[0].metric.threshold",
        "-3",
        "MB0005 settings.models[0].metric.threshold: got \"-3\", needs a number above 0; put in your own, such as 10: "
            + "pulumi config set --path 'settings.models[0].metric.threshold' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].metric.threshold",
        "\"ten\"",
        "MB0003 settings.models[0].metric.threshold: got \"ten\", needs a number; put in your own, such as 10: pulumi "
            + "config set --path 'settings.models[0].metric.threshold' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].metric.threshold",
        null,
        "MB0004 settings.models[0].metric.threshold: missing; put in your own, such as 10: pulumi config set --path "
            + "'settings.models[0].metric.threshold' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].metric.name",
        "\"msr\"",
        "MB0006 settings.models[0].metric.name: got \"msr\" (did you mean \"mse\"?), needs one of mse, rmse, mae, r2, "
            + "f1, accuracy, auc; mend it with: pulumi config set --path 'settings.models[0].metric.name' mse --stack dev"
    )]
    [InlineData(
        "models[0].hpo.maxJobs",
        "501",
        "MB0005 settings.models[0].hpo.maxJobs: got \"501\", needs a number from 1 to 500; mend it with: pulumi config "
            + "set --path 'settings.models[0].hpo.maxJobs' 500 --stack dev"
    )]
    [InlineData(
        "models[0].header",
        "\"perhaps\"",
        "MB0003 settings.models[0].header: got \"perhaps\", needs true or false; put in your own, such as true: pulumi "
            + "config set --path 'settings.models[0].header' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].responsible",
        "\"ds@example.com\"",
        "MB0003 settings.models[0].responsible: got \"ds@example.com\", needs a list; mend it with: pulumi config rm "
            + "--path 'settings.models[0].responsible' --stack dev && pulumi config set --path "
            + "'settings.models[0].responsible[0]' ds@example.com --stack dev"
    )]
    [InlineData(
        "models[0].responsible",
        "[\"no address\"]",
        "MB0007 settings.models[0].responsible[0]: got \"no address\", needs mail addresses such as ds@example.com; put "
            + "in your own, such as ds@example.com: pulumi config set --path 'settings.models[0].responsible[0]' VALUE "
            + "--stack dev"
    )]
    [InlineData(
        "bucket.kmsKeyArn",
        "\"arn:aws:kms:eu-west-1:key/1\"",
        "MB0007 settings.bucket.kmsKeyArn: got \"arn:aws:kms:eu-west-1:key/1\", needs a KMS key ARN, "
            + "arn:aws:kms:REGION:ACCOUNT:key/ID; put in your own, such as "
            + "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555: pulumi config set --path "
            + "'settings.bucket.kmsKeyArn' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].treshold",
        "10",
        "MB0002 settings.models[0].treshold: unknown key; known here: name, modelPackageGroup, pipelines, responsible, "
            + "metric, frameworkVersion, target, header, recordId, exclude, missing, separator, decimal, scripts, "
            + "hyperparameters, hpo, triggers, schedules, dataQuality, instances, approvedModelPackageArn; mend it with: "
            + "pulumi config rm --path 'settings.models[0].treshold' --stack dev"
    )]
    [InlineData(
        "notifcations",
        "{}",
        "MB0002 settings.notifcations: unknown key; did you mean \"notifications\"?; mend it with: pulumi config rm "
            + "--path 'settings.notifcations' --stack dev"
    )]
    [InlineData(
        "roles",
        "[\"registry\",\"bild\",\"deploy\"]",
        "MB0006 settings.roles[1]: got \"bild\" (did you mean \"build\"?), needs one of registry, build, deploy; mend "
            + "it with: pulumi config set --path 'settings.roles[1]' build --stack dev"
    )]
    [InlineData(
        "notifications.notifyOn",
        "\"sometimes\"",
        "MB0006 settings.notifications.notifyOn: got \"sometimes\", needs one of failures, all; put in your own, such "
            + "as failures: pulumi config set --path 'settings.notifications.notifyOn' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].responsible",
        null,
        "MB0004 settings.models[0].responsible: missing; put in your own, such as ds@example.com: pulumi config set "
            + "--path 'settings.models[0].responsible[0]' VALUE --stack dev"
    )]
    [InlineData(
        "network.securityGroupIds",
        "[]",
        "MB0004 settings.network.securityGroupIds: missing; put in your own, such as sg-0123456789abcdef0: pulumi "
            + "config set --path 'settings.network.securityGroupIds[0]' VALUE --stack dev"
    )]
    [InlineData(
        "deployAccounts",
        "[\"22223333444\"]",
        "MB0007 settings.deployAccounts[0]: got \"22223333444\", needs an AWS account id of 12 digits; put in your own, "
            + "such as 444455556666: pulumi config set --path 'settings.deployAccounts[0]' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].schedules.inference.cron",
        "\"0 25 * * ? *\"",
        "MB0011 settings.models[0].schedules.inference.cron: got \"0 25 * * ? *\", whose hour \"25\" is out of range, "
            + "needs 0 to 23; put in your own, such as '0 3 * * ? *': pulumi config set --path "
            + "'settings.models[0].schedules.inference.cron' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].schedules.inference.cron",
        "\"tomorrow\"",
        "MB0011 settings.models[0].schedules.inference.cron: got \"tomorrow\", which has 1 fields, needs 6 (minute hour "
            + "day-of-month month day-of-week year); put in your own, such as '0 3 * * ? *': pulumi config set --path "
            + "'settings.models[0].schedules.inference.cron' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].schedules.inference.cron",
        "\"0 3 31 2 ? *\"",
        "MB0011 settings.models[0].schedules.inference.cron: got \"0 3 31 2 ? *\", never fires: no month of \"2\" has a "
            + "day 31; put in your own, such as '0 3 * * ? *': pulumi config set --path "
            + "'settings.models[0].schedules.inference.cron' VALUE --stack dev"
    )]
    [InlineData(
        "models[0].schedules.inference.timeZone",
        "\"Europe/Atlantis\"",
        "MB0011 settings.models[0].schedules.inference.timeZone: got \"Europe/Atlantis\", needs an IANA time zone; put "
            + "in your own, such as Europe/Berlin: pulumi config set --path 'settings.models[0].schedules.inference.timeZone' "
            + "VALUE --stack dev"
    )]
    [InlineData(
        "recreatePipelines",
        "true",
        "MB0014 settings.recreatePipelines: got \"true\", but there is no run to replace the pipelines for, needs "
            + "CI_PIPELINE_ID (GitLab sets it) or MLOPS_RUN_ID in the environment; or leave them; mend it with: pulumi config "
            + "set --path 'settings.recreatePipelines' false --stack dev"
    )]
    [InlineData(
        "gitLab",
        null,
        "MB0016 settings.gitLab: missing, but role registry hands approvals to GitLab; put in your own, such as "
            + "group/project: pulumi config set --path 'settings.gitLab.project' VALUE --stack dev"
    )]
    [InlineData(
        "network",
        null,
        "MB0016 settings.network: missing, but roles build and deploy run jobs in a VPC; put in your own, such as "
            + "{subnetIds: [subnet-0123456789abcdef0], securityGroupIds: [sg-0123456789abcdef0]}: pulumi config set --path "
            + "'settings.network.subnetIds[0]' SUBNET --stack dev && pulumi config set --path "
            + "'settings.network.securityGroupIds[0]' GROUP --stack dev"
    )]
    [InlineData(
        "models[0].triggers.training.prefix",
        "\"weekly/\"",
        "MB0017 settings.models[0].triggers.training: has a key and a prefix, needs exactly one of them; mend it with: "
            + "pulumi config rm --path 'settings.models[0].triggers.training.prefix' --stack dev"
    )]
    [InlineData(
        "models[0].hyperparameters.max_dept",
        "3",
        "MB0002 settings.models[0].hyperparameters.max_dept: unknown hyperparameter; did you mean \"max_depth\"?; mend "
            + "it with: pulumi config rm --path 'settings.models[0].hyperparameters.max_dept' --stack dev"
    )]
    [InlineData(
        "models[0].target",
        "\"rings\"",
        "MB0017 settings.models[0].target: got \"rings\", a column's name, but header is false; mend it with: pulumi "
            + "config set --path 'settings.models[0].header' true --stack dev"
    )]
    [InlineData(
        "models[0].name",
        "\"Abalone\"",
        "MB0007 settings.models[0].name: got \"Abalone\", needs 1 to 40 lower-case letters, digits or single hyphens "
            + "between them; mend it with: pulumi config set --path 'settings.models[0].name' abalone --stack dev"
    )]
    [InlineData(
        "notifications.custom",
        "[{\"stepName\":\"TraningStep\",\"stepStatus\":\"Failed\",\"stepCustomMessage\":\"x\"}]",
        "MB0006 settings.notifications.custom[0].stepName: got \"TraningStep\" (did you mean \"TrainingStep\"?), needs "
            + "one of TrainingPreProcessStep, DataQualityCheckStep, TrainingStep, HPTuning, TrainingEval, MetricCondition, "
            + "ModelRegisterStep, MetricBelowThreshold, DataPreProcessingStep, CreateModelStep, BatchInferenceStep, "
            + "ModelQualityCalcStep, ModelQualityCondition, ModelQualityViolation, DataCheckPreProcessingStep, "
            + "NoApprovedModel; mend it with: pulumi config set --path 'settings.notifications.custom[0].stepName' "
            + "TrainingStep --stack dev"
    )]
    [InlineData(
        "models[0].hpo.maxParallel",
        "20",
        "MB0017 settings.models[0].hpo.maxParallel: got \"20\", needs at most maxJobs (10); mend it with: pulumi config "
            + "set --path 'settings.models[0].hpo.maxParallel' 10 --stack dev"
    )]
    [InlineData(
        "models[0].hpo.ranges.max_depth",
        "{\"integer\":[8,2]}",
        "MB0005 settings.models[0].hpo.ranges.max_depth.integer: got [8, 2], needs the lower bound first; mend it with: "
            + "pulumi config set --path 'settings.models[0].hpo.ranges.max_depth.integer[0]' 2 --stack dev && pulumi config "
            + "set --path 'settings.models[0].hpo.ranges.max_depth.integer[1]' 8 --stack dev"
    )]
    [InlineData(
        "models[0].hpo.objective",
        "\"validation:auc\"",
        "MB0017 settings.models[0].hpo.objective: got \"validation:auc\", needs one of validation:mse, validation:rmse, "
            + "validation:mae, validation:r2, because the project's metric is mse; mend it with: pulumi config set --path "
            + "'settings.models[0].hpo.objective' validation:mse --stack dev"
    )]
    [InlineData(
        "models[0].hpo.ranges.max_depth",
        "{\"integer\":[2,2]}",
        "MB0017 settings.models[0].hpo.ranges.max_depth: got 2 to 2, needs a minimum below the maximum; mend it in "
            + "Pulumi.dev.yaml"
    )]
    [InlineData(
        "models[0].pipelines",
        "{\"training\":\"abalone-batch-inference\"}",
        "MB0009 settings.models[0].name: got \"abalone-batch-inference\", which is taken by "
            + "settings.models[0].pipelines.training; mend it with: pulumi config set --path 'settings.models[0].name' "
            + "abalone-2 --stack dev"
    )]
    [InlineData(
        "logRetentionDays",
        "366",
        "MB0006 settings.logRetentionDays: got \"366\" (did you mean \"365\"?), needs one of 1, 3, 5, 7, 14, 30, 60, "
            + "90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; mend it with: pulumi config "
            + "set --path 'settings.logRetentionDays' 365 --stack dev"
    )]
    public void Each_fault_says_what_is_wrong_and_how_to_mend_it(string path, string? json, string expected) =>
        ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, path, json)).ShouldBe([expected]);
}
