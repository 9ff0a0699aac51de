using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Aws.Iam;
using MlopsBatch.CiRights;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.CiRights;

/// <summary>What CI's roles may do for a stack: all that deploying it takes, and nothing beside it.</summary>
public class CiPoliciesTests
{
    private const string Account = TestStacks.Account;
    private const string Boundary = $"arn:aws:iam::{Account}:policy/mlops-batch-boundary";
    private static readonly RequestPrincipal Ci = RequestPrincipal.Role($"arn:aws:iam::{Account}:role/mlops-batch-ci", "job");

    private static readonly NamedPolicy ByTheAccount = new(
        "key",
        PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}}"""
        )
    );

    public static TheoryData<string> Stacks => ["dev", "staging", "prod", "docs/examples/Pulumi.single.yaml"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_deploying_role_may_all_that_deploying_takes_and_none_of_it_elsewhere(string name)
    {
        var (stack, policies) = await EvaluateAsync(name);
        var elsewhere = 0;
        foreach (var (resource, action) in Needs(stack, row => row.All))
        {
            var arn = ArnOf(resource, action);
            var context = ContextOf(resource, action);
            Decide(policies.Deploy, action, arn, context).IsAllowed.ShouldBeTrue($"{action} on {arn} of {resource.Title}");
            if (arn != "*" && resource.Type != ResourceTypes.Key)
            {
                var beside = arn.Replace("mlops-batch", "payroll").Replace("abalone", "payroll").Replace("example-mlops", "payroll");
                beside.ShouldNotBe(arn);
                Decide(policies.Deploy, action, beside, context).IsAllowed.ShouldBeFalse($"{action} on {beside}");
                elsewhere++;
            }
        }

        elsewhere.ShouldBeGreaterThan(500);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_previewing_role_reads_what_is_declared_and_changes_nothing(string name)
    {
        var (stack, policies) = await EvaluateAsync(name);
        foreach (var (resource, action) in Needs(stack, row => _ => row.Read))
        {
            var arn = ArnOf(resource, action);
            Decide(policies.Preview, action, arn, ContextOf(resource, action)).IsAllowed.ShouldBeTrue($"{action} on {arn}");
        }

        var allowed = policies
            .Preview.SelectMany(document => PolicyDocument.Parse(document).Statements)
            .SelectMany(statement => statement.Actions.Values);
        allowed.Where(action => IamActions.All[action].Changes).ShouldBe(["kms:Decrypt"]);
        string data = $"arn:aws:s3:::example-mlops-{name}/mlops/abalone";
        Decide(policies.Preview, "s3:GetObject", $"{data}/training/data/raw/customers.csv", RequestContext.Empty).IsAllowed.ShouldBeFalse();
        Decide(policies.Preview, "s3:GetObject", $"{data}/batch-scoring/data/raw/b.csv", RequestContext.Empty).IsAllowed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("iam:CreateUser", "user/mlops-batch-dev-x")]
    [InlineData("iam:CreateAccessKey", "user/mlops-batch-dev-x")]
    [InlineData("iam:DeleteRolePermissionsBoundary", "role/mlops-batch-dev-notifications")]
    [InlineData("iam:PutRolePolicy", "role/mlops-batch-ci")]
    [InlineData("iam:AttachRolePolicy", "role/mlops-batch-ci")]
    [InlineData("iam:UpdateAssumeRolePolicy", "role/mlops-batch-ci")]
    [InlineData("iam:CreatePolicyVersion", "policy/mlops-batch-boundary")]
    [InlineData("iam:CreatePolicyVersion", "policy/mlops-batch-ci-dev-deploy-1")]
    [InlineData("sts:AssumeRole", "role/mlops-batch-dev-notifications")]
    public async Task The_deploying_role_cannot_make_itself_stronger(string action, string resource)
    {
        var (_, policies) = await EvaluateAsync("dev");
        var context = RequestContext.Empty.With("iam:PermissionsBoundary", Boundary);
        Decide(policies.Deploy, action, $"arn:aws:iam::{Account}:{resource}", context).IsAllowed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("iam:CreateRole")]
    [InlineData("iam:PutRolePolicy")]
    [InlineData("iam:AttachRolePolicy")]
    [InlineData("iam:PutRolePermissionsBoundary")]
    public async Task Roles_are_made_and_changed_within_the_boundary_only(string action)
    {
        // A stack without models' surplus policies attaches none: two hundred models make the role of approvals have some.
        var (_, policies) = await EvaluateAsync("docs/examples/Pulumi.single.yaml", Many);
        const string Role = $"arn:aws:iam::{Account}:role/mlops-batch-single-notifications";
        Decide(policies.Deploy, action, Role, RequestContext.Empty).IsAllowed.ShouldBeFalse();
        Decide(policies.Deploy, action, Role, Bounded("arn:aws:iam::aws:policy/AdministratorAccess")).IsAllowed.ShouldBeFalse();
        Decide(policies.Deploy, action, Role, Bounded(Boundary)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_is_handed_to_its_service_only()
    {
        var (_, policies) = await EvaluateAsync("dev");
        bool Passes(string role, string service) =>
            Decide(
                policies.Deploy,
                "iam:PassRole",
                $"arn:aws:iam::{Account}:role/{role}",
                RequestContext.Empty.With("iam:PassedToService", service)
            ).IsAllowed;
        Passes("mlops-batch-dev-notifications", "lambda.amazonaws.com").ShouldBeTrue();
        Passes("mlops-batch-dev-abalone-jobs", "sagemaker.amazonaws.com").ShouldBeTrue();
        Passes("mlops-batch-dev-notifications", "ec2.amazonaws.com").ShouldBeFalse();
        Passes("mlops-batch-ci", "lambda.amazonaws.com").ShouldBeFalse();
        Passes("administrator", "lambda.amazonaws.com").ShouldBeFalse();
    }

    [Theory]
    [InlineData("sagemaker:UpdateModelPackage", "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/1")]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:mlops-batch/gitlab-token-AbCdEf")]
    [InlineData("secretsmanager:PutSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:mlops-batch/gitlab-token-AbCdEf")]
    [InlineData("s3:GetObject", "arn:aws:s3:::example-mlops-dev/mlops/abalone/training/data/raw/customers.csv")]
    [InlineData("sagemaker:StartPipelineExecution", "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-training")]
    [InlineData("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:mlops-batch-dev-notifications")]
    public async Task Deploying_is_not_using(string action, string arn)
    {
        var (_, policies) = await EvaluateAsync("dev");
        Decide(policies.Deploy, action, arn, RequestContext.Empty).IsAllowed.ShouldBeFalse();
        Decide(policies.Preview, action, arn, RequestContext.Empty).IsAllowed.ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_are_told_by_their_tags_which_settings_may_change()
    {
        var (_, policies) = await EvaluateAsync("dev", settings => settings["tags"]!["environment"] = "lab");
        bool May(string action, string? environment) =>
            Decide(
                policies.Deploy,
                action,
                $"arn:aws:kms:eu-west-1:{Account}:key/1",
                RequestContext.Empty.With("aws:ResourceTag/project", "mlops-batch").With("aws:ResourceTag/environment", environment)
            ).IsAllowed;
        May("kms:PutKeyPolicy", "lab").ShouldBeTrue();
        May("kms:PutKeyPolicy", "dev").ShouldBeFalse();
        May("kms:ScheduleKeyDeletion", null).ShouldBeFalse();
        May("kms:Decrypt", "lab").ShouldBeFalse("only through a service");
    }

    [Fact]
    public async Task A_company_s_boundary_and_path_are_kept()
    {
        const string Theirs = $"arn:aws:iam::{Account}:policy/company/limits";
        var (stack, policies) = await EvaluateAsync(
            "dev",
            settings => settings["iam"] = new JsonObject { ["path"] = "/mlops/", ["permissionsBoundary"] = Theirs }
        );
        policies.Boundary.ShouldBe(Theirs);
        var role = stack.OfType(ResourceTypes.Role).First();
        var arn = $"arn:aws:iam::{Account}:role/mlops/{role.Text("name")}";
        Decide(policies.Deploy, "iam:CreateRole", arn, Bounded(Theirs)).IsAllowed.ShouldBeTrue();
        Decide(policies.Deploy, "iam:CreateRole", arn, Bounded(Boundary)).IsAllowed.ShouldBeFalse();
        Decide(policies.Deploy, "iam:PutRolePolicy", arn, Bounded(Theirs)).IsAllowed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(50, 10)]
    public async Task Policies_are_as_short_and_few_as_IAM_wants_them(int models, int most)
    {
        var (_, policies) = await EvaluateAsync(
            "docs/examples/Pulumi.single.yaml",
            settings =>
            {
                for (var model = 1; model < models; model++)
                {
                    TestStacks.AddModel(settings, $"model-{model:000}", "ds@example.com");
                }
            }
        );
        foreach (var documents in new[] { policies.Deploy, policies.Preview })
        {
            documents.Length.ShouldBeLessThanOrEqualTo(most);
            documents.ShouldAllBe(document => document.Length <= Quotas.ManagedPolicy.Most);
            foreach (var document in documents.Select(PolicyDocument.Parse))
            {
                document.Statements.Select(statement => statement.Sid).ShouldBeUnique();
                document.Statements.SelectMany(statement => statement.Actions.Values).ShouldNotContain(action => action.Contains('*'));
            }
        }
    }

    private static RequestContext Bounded(string boundary) => RequestContext.Empty.With("iam:PermissionsBoundary", boundary);

    private static void Many(JsonObject settings)
    {
        for (var model = 1; model < 60; model++)
        {
            TestStacks.AddModel(settings, $"model-{model:000}", "ds@example.com");
        }
    }

    private static async Task<(EvaluatedStack Stack, CiPolicies Policies)> EvaluateAsync(string name, Action<JsonObject>? change = null)
    {
        var context = TestStacks.Context(name, change);
        var approved = FixedApprovedModels.First(context.Settings, context.Region, Account);
        var stack = await StackEvaluator.EvaluateAsync(context, approved, Account);
        return (stack, new(context, stack, Account));
    }

    private static IEnumerable<(RecordedResource Resource, string Action)> Needs(
        EvaluatedStack stack,
        Func<ResourceActions, Func<JsonObject, IEnumerable<string>>> actions
    ) =>
        stack
            .Resources.Where(resource => !resource.IsComponent && resource.Type.StartsWith("aws:", StringComparison.Ordinal))
            .SelectMany(resource => actions(ResourceActionsTable.Of(resource.Type))(resource.Inputs).Select(action => (resource, action)));

    /// <summary>The one thing that a request is about, written without the code that is tested.</summary>
    private static string ArnOf(RecordedResource resource, string action)
    {
        string Of(string service, string rest, string region = "eu-west-1") => $"arn:aws:{service}:{region}:{Account}:{rest}";
        if (ResourceActionsTable.AccountWide.Contains(action))
        {
            return "*";
        }

        var bus = resource.Text("eventBusName") is { } named ? named + "/" : "";
        return resource.Type switch
        {
            ResourceTypes.BucketObject => $"arn:aws:s3:::{resource.Text("bucket")}/{resource.Text("key")}",
            var type when type.StartsWith("aws:s3/", StringComparison.Ordinal) => $"arn:aws:s3:::{resource.Text("bucket")}",
            ResourceTypes.Key => Of("kms", $"key/{resource.Id}"),
            ResourceTypes.KeyAlias => Of("kms", resource.Text("name")!),
            ResourceTypes.Role => Of("iam", $"role/{resource.Text("name")}", ""),
            ResourceTypes.RolePolicy or ResourceTypes.PolicyAttachment => Of("iam", $"role/{resource.Text("role")}", ""),
            ResourceTypes.Policy => Of("iam", $"policy/{resource.Text("name")}", ""),
            ResourceTypes.Topic => Of("sns", resource.Text("name")!),
            ResourceTypes.TopicPolicy => resource.Text("arn")!,
            ResourceTypes.Subscription => resource.Text("topic")!,
            ResourceTypes.Queue => Of("sqs", resource.Text("name")!),
            ResourceTypes.QueuePolicy => Of("sqs", resource.Text("queueUrl")!.Split('/')[^1]),
            ResourceTypes.EventBus => Of("events", $"event-bus/{resource.Text("name")}"),
            ResourceTypes.EventBusPolicy => Of("events", $"event-bus/{resource.Text("eventBusName")}"),
            ResourceTypes.Rule => Of("events", $"rule/{bus}{resource.Text("name")}"),
            ResourceTypes.Target => Of("events", $"rule/{bus}{resource.Text("rule")}"),
            ResourceTypes.Pipe => Of("pipes", $"pipe/{resource.Text("name")}"),
            ResourceTypes.Schedule => Of("scheduler", $"schedule/default/{resource.Text("name")}"),
            ResourceTypes.Secret => Of("secretsmanager", $"secret:{resource.Text("name")}-AbCdEf"),
            ResourceTypes.Function => Of("lambda", $"function:{resource.Text("name")}"),
            ResourceTypes.InvokeConfig => Of("lambda", $"function:{resource.Text("functionName")}"),
            ResourceTypes.Permission => Of("lambda", $"function:{resource.Text("function")}"),
            ResourceTypes.Layer => Of("lambda", $"layer:{resource.Text("layerName")}:7"),
            ResourceTypes.Alarm => Of("cloudwatch", $"alarm:{resource.Text("name")}"),
            ResourceTypes.Dashboard => Of("cloudwatch", $"dashboard/{resource.Text("dashboardName")}", ""),
            ResourceTypes.LogGroup => Of("logs", $"log-group:{resource.Text("name")}"),
            ResourceTypes.ModelPackageGroup or ResourceTypes.ModelPackageGroupPolicy => Of(
                "sagemaker",
                $"model-package-group/{resource.Text("modelPackageGroupName")}"
            ),
            ResourceTypes.Pipeline => Of("sagemaker", $"pipeline/{resource.Text("pipelineName")}"),
            _ => throw new InvalidOperationException(resource.Type),
        };
    }

    private static RequestContext ContextOf(RecordedResource resource, string action)
    {
        var context = RequestContext.Empty;
        if (resource.Type == ResourceTypes.Key)
        {
            var kind = action is "kms:CreateKey" or "kms:TagResource" ? "aws:RequestTag" : "aws:ResourceTag";
            context = ((JsonObject)resource.Inputs["tags"]!).Aggregate(
                context,
                (all, tag) => all.With($"{kind}/{tag.Key}", tag.Value!.ToString())
            );
        }

        return action.StartsWith("iam:", StringComparison.Ordinal) ? context.With("iam:PermissionsBoundary", Boundary) : context;
    }

    private static AuthorizationDecision Decide(ImmutableArray<string> policies, string action, string arn, RequestContext context) =>
        PolicyEvaluator.Decide(
            new(Ci, action, arn)
            {
                ResourceAccount = Account,
                Context = context,
                // A key's policy has to let the account's IAM policies decide, as the stack's do.
                ResourcePolicy = action.StartsWith("kms:", StringComparison.Ordinal) ? ByTheAccount : null,
                IdentityPolicies = [.. policies.Select(text => new NamedPolicy("ci", PolicyDocument.Parse(text)))],
            }
        );
}
