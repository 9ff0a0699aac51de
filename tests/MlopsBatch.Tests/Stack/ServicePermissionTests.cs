using System.Text.Json.Nodes;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>What each role of the platform may do: none missing, none too many.</summary>
public class ServicePermissionTests
{
    /// <summary>
    /// Calls of the function, and what Lambda does for it (Lambda developer guide, "Execution role", "Dead-letter queues",
    /// "X-Ray").
    /// </summary>
    [Theory]
    [InlineData(
        "notifications",
        "events:PutEvents",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:GenerateDataKey",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "s3:GetObject",
        "s3:ListBucket",
        "sagemaker:DescribeModelPackage",
        "sagemaker:DescribePipelineExecution",
        "sagemaker:ListModelPackages",
        "sagemaker:ListPipelineExecutionSteps",
        "sagemaker:ListPipelineExecutions",
        "sagemaker:ListPipelineParametersForExecution",
        "sagemaker:StartPipelineExecution",
        "sns:Publish",
        "sqs:SendMessage",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments"
    )]
    [InlineData(
        "approval-deploy",
        "events:PutEvents",
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "sagemaker:DescribeModelPackage",
        "sagemaker:ListModelPackages",
        "secretsmanager:GetSecretValue",
        "sqs:SendMessage",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments"
    )]
    [InlineData(
        "dead-letter-mails",
        "kms:Decrypt",
        "lambda:InvokeFunction",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:ReceiveMessage"
    )]
    [InlineData("abalone-start", "kms:Decrypt", "kms:GenerateDataKey", "sagemaker:StartPipelineExecution", "sqs:SendMessage")]
    public async Task Roles_have_what_they_use(string role, params string[] actions) =>
        (await AllowedAsync(ResourceTypes.RolePolicy, role, "docs/examples/Pulumi.single.yaml")).ShouldBe(actions);

    [Theory]
    [InlineData(
        "abalone-data-scientist",
        "kms:Decrypt",
        "kms:DescribeKey",
        "logs:DescribeLogStreams",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "s3:GetObject",
        "s3:ListBucket",
        "sagemaker:DescribeHyperParameterTuningJob",
        "sagemaker:DescribeModelPackage",
        "sagemaker:DescribeModelPackageGroup",
        "sagemaker:DescribePipeline",
        "sagemaker:DescribePipelineExecution",
        "sagemaker:DescribeProcessingJob",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:DescribeTransformJob",
        "sagemaker:ListModelPackageGroups",
        "sagemaker:ListModelPackages",
        "sagemaker:ListPipelineExecutionSteps",
        "sagemaker:ListPipelineExecutions",
        "sagemaker:ListPipelines",
        "sagemaker:StartPipelineExecution",
        "sagemaker:UpdateModelPackage"
    )]
    [InlineData(
        "operator",
        "cloudwatch:DescribeAlarmHistory",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetDashboard",
        "cloudwatch:GetMetricData",
        "cloudwatch:ListMetrics",
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "lambda:InvokeFunction",
        "logs:DescribeLogStreams",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "sqs:CancelMessageMoveTask",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:ListMessageMoveTasks",
        "sqs:ReceiveMessage",
        "sqs:SendMessage",
        "sqs:StartMessageMoveTask"
    )]
    [InlineData("abalone-data-engineer", "kms:Decrypt", "kms:GenerateDataKey", "s3:AbortMultipartUpload", "s3:PutObject")]
    [InlineData("no-approvals")]
    public async Task People_have_what_their_work_needs(string policy, params string[] actions) =>
        (await AllowedAsync(ResourceTypes.Policy, policy, "docs/examples/Pulumi.single.yaml")).ShouldBe(actions);

    [Fact]
    public async Task Data_engineers_put_to_the_three_data_folders_only()
    {
        var stack = await TestStacks.EvaluateAsync();
        var put = new DeclaredStack(stack).Statements.Single(statement =>
            statement.Owner == "Policy abalone-data-engineer" && statement.Actions.Contains("s3:PutObject")
        );
        put.Resources.ShouldBe([
            "arn:aws:s3:::example-mlops/abalone/training/data/raw/*",
            "arn:aws:s3:::example-mlops/abalone/batch-scoring/data/raw/*",
            "arn:aws:s3:::example-mlops/abalone/batch-scoring/data/ground-truth/*",
        ]);
    }

    [Fact]
    public async Task In_deploy_accounts_nobody_decides() =>
        (await AllowedAsync(ResourceTypes.Policy, "abalone-data-scientist", "prod")).ShouldNotContain("sagemaker:UpdateModelPackage");

    [Fact]
    public async Task A_private_GitLab_puts_its_function_into_a_network()
    {
        var stack = await TestStacks.EvaluateAsync(change: settings => settings["gitLab"]!["network"] = settings["network"]!.DeepClone());
        stack.OfType(ResourceTypes.Function).Single(function => function.Name == "approval-deploy").Inputs["vpcConfig"].ShouldNotBeNull();
        stack
            .OfType(ResourceTypes.RolePolicy)
            .Single(policy => policy.Name == "approval-deploy")
            .Text("policy")!
            .ShouldContain("ec2:CreateNetworkInterface");
        stack.OfType(ResourceTypes.RolePolicy).Single(policy => policy.Name == "notifications").Text("policy")!.ShouldNotContain("ec2:");
    }

    /// <summary>Interfaces are made in the named subnets and groups only; what EC2 lets nobody narrow makes nothing.</summary>
    [Theory]
    [InlineData("abalone-jobs", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface")]
    [InlineData("approval-deploy", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses")]
    public async Task Interfaces_are_made_in_the_given_network_only(string role, params string[] use)
    {
        var stack = await TestStacks.EvaluateAsync(change: settings => settings["gitLab"]!["network"] = settings["network"]!.DeepClone());
        var network = TestStacks.Context().Settings.Network!;
        var statements = new DeclaredStack(stack).Statements.Where(statement => statement.Owner == $"RolePolicy {role}").ToList();
        statements
            .Single(statement => statement.Actions.Contains("ec2:CreateNetworkInterface"))
            .Resources.ShouldBe(
                [
                    "arn:aws:ec2:eu-west-1:*:network-interface/*",
                    .. network.SubnetIds.Select(id => $"arn:aws:ec2:eu-west-1:*:subnet/{id}"),
                    .. network.SecurityGroupIds.Select(id => $"arn:aws:ec2:eu-west-1:*:security-group/{id}"),
                ],
                ignoreOrder: true
            );
        var uses = statements.Single(statement => statement.Sid == "UseInterfaces");
        uses.Actions.ShouldBe(use);
        uses.Conditions.ShouldContain(condition => condition.Key == "ec2:Subnet");
    }

    /// <summary>
    /// Before there is an interface, Lambda asks whether the role may delete one: of no subnet, whatever the resource is called. A
    /// role that may delete network-interface/* alone is refused (hashicorp/terraform-provider-aws#20698).
    /// </summary>
    [Theory]
    [InlineData("*/*", null, true)]
    [InlineData("network-interface/eni-1", null, true)]
    [InlineData("network-interface/eni-1", "given", true)]
    [InlineData("network-interface/eni-1", "subnet-elsewhere", false)]
    public async Task Lambda_finds_that_a_function_in_a_network_may_delete_its_interfaces(string resource, string? subnet, bool allowed)
    {
        const string Ec2 = "arn:aws:ec2:eu-west-1:111122223333:";
        var stack = await TestStacks.EvaluateAsync(change: settings => settings["gitLab"]!["network"] = settings["network"]!.DeepClone());
        var policy = stack.OfType(ResourceTypes.RolePolicy).Single(one => one.Name == "approval-deploy").Text("policy")!;
        var context = RequestContext.Empty;
        if (subnet is not null)
        {
            subnet = subnet == "given" ? TestStacks.Context().Settings.Network!.SubnetIds[0] : subnet;
            context = context.With("ec2:Subnet", $"{Ec2}subnet/{subnet}");
        }

        PolicyEvaluator
            .Decide(
                new(
                    RequestPrincipal.Role("arn:aws:iam::111122223333:role/mlops-batch-single-approval-deploy", "session"),
                    "ec2:DeleteNetworkInterface",
                    Ec2 + resource
                )
                {
                    ResourceAccount = "111122223333",
                    Context = context,
                    IdentityPolicies = [new("granted", PolicyDocument.Parse(policy))],
                }
            )
            .Outcome.ShouldBe(allowed ? AuthorizationOutcome.Allowed : AuthorizationOutcome.ImplicitDeny);
    }

    /// <summary>EventBridge sends no condition key with CreateLogStream (EventBridge user guide, "CloudWatch Logs permissions").</summary>
    [Fact]
    public async Task Rules_of_this_stack_may_write_the_audit_log()
    {
        var policy = (await TestStacks.EvaluateAsync("dev")).OfType(ResourceTypes.LogResourcePolicy).Single().Text("policyDocument")!;
        var statements = JsonNode.Parse(policy)!["Statement"]!
            .AsArray()
            .ToDictionary(statement => statement!["Action"]!.ToString(), statement => statement!["Condition"]?.ToJsonString());
        statements.ShouldBe(
            new Dictionary<string, string?>
            {
                ["logs:CreateLogStream"] = null,
                ["logs:PutLogEvents"] = """{"ArnLike":{"aws:SourceArn":"arn:aws:events:eu-west-1:111122223333:rule/mlops-batch-dev-*"}}""",
            }
        );
    }

    [Fact]
    public async Task Sids_are_unique_in_every_policy() =>
        new DeclaredStack(await TestStacks.EvaluateAsync("dev"))
            .Statements.GroupBy(statement => (statement.Owner, statement.Sid))
            .Where(group => group.Count() > 1)
            .ShouldBeEmpty();

    private static async Task<IEnumerable<string>> AllowedAsync(string type, string name, string stack) =>
        new DeclaredStack(await TestStacks.EvaluateAsync(stack))
            .StatementsOf(type)
            .Where(statement => statement.IsAllow && statement.Policy.Resource.Name == name)
            .SelectMany(statement => statement.Actions)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
