using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Kms;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Access;

/// <summary>Who may do what, with the policies where AWS has them.</summary>
public class EnforcementTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:111122223333:q";
    private const string Role = "arn:aws:iam::111122223333:role/r";

    [Fact]
    public async Task What_no_policy_allows_is_refused_with_principal_action_and_resource_and_is_recorded()
    {
        await using var cloud = Start();
        var role = AsRole(cloud, "sqs:ReceiveMessage", Queue);
        role.Service<SqsService>().ReceiveMessage("q").ShouldBeEmpty();
        var refused = Should.Throw<CloudException>(() => role.Service<SqsService>().SendMessage("q", "x"));
        refused.Code.ShouldBe("AccessDenied");
        refused.Message.ShouldContain("arn:aws:sts::111122223333:assumed-role/r/s");
        refused.Message.ShouldContain("sqs:SendMessage");
        refused.Message.ShouldContain(Queue);
        var denial = cloud.Cloud.Authorizer.Denials.ShouldHaveSingleItem();
        (denial.Action, denial.Resource).ShouldBe(("sqs:SendMessage", Queue));
        cloud.Home.Service<SqsService>().Contents("q").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_boundary_limits_and_a_resources_denial_wins()
    {
        await using var cloud = Start();
        var role = AsRole(cloud, "sqs:*", "*");
        role.Service<SqsService>().SendMessage("q", "x");
        cloud.Home.Service<SqsService>().SetPolicy("q", Statement("Deny", "sqs:SendMessage", Queue, "\"*\""));
        Should.Throw<CloudException>(() => role.Service<SqsService>().SendMessage("q", "x")).Code.ShouldBe("AccessDenied");

        cloud.Home.Service<SqsService>().SetPolicy("q", null);
        var iam = cloud.Home.Service<IamService>();
        iam.PutRole("r", Trust("lambda.amazonaws.com"), boundary: iam.PutPolicy("bounds", Statement("Allow", "s3:*", "*")));
        Should.Throw<CloudException>(() => role.Service<SqsService>().SendMessage("q", "x")).Code.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Who_writes_what_is_encrypted_needs_the_key_too()
    {
        await using var cloud = Start();
        var key = cloud
            .Home.Service<KmsService>()
            .CreateKey(Statement("Allow", "kms:*", "*", "{\"AWS\":\"arn:aws:iam::111122223333:root\"}"));
        cloud.Home.S3.Bucket("data").KmsKeyArn = key.Arn;
        var role = AsRole(cloud, "s3:*", "*");
        Should.Throw<CloudException>(() => role.S3.Bucket("data").PutText("a", "1")).Message.ShouldContain("kms:GenerateDataKey");
        cloud.Home.S3.Bucket("data").PutText("a", "1");
        Should.Throw<CloudException>(() => role.S3.Bucket("data").ReadText("a")).Message.ShouldContain("kms:Decrypt");

        cloud.Home.Service<IamService>().PutRolePolicy("r", "key", Statement("Allow", "kms:Decrypt", key.Arn));
        role.S3.Bucket("data").ReadText("a").ShouldBe("1");
    }

    [Fact]
    public async Task Who_may_not_list_is_not_told_what_is_missing()
    {
        await using var cloud = Start();
        var role = AsRole(cloud, "s3:GetObject", "arn:aws:s3:::data/*");
        Should.Throw<CloudException>(() => role.S3.Bucket("data").ReadText("missing")).Code.ShouldBe("AccessDenied");
        cloud.Home.Service<IamService>().PutRolePolicy("r", "list", Statement("Allow", "s3:ListBucket", "arn:aws:s3:::data"));
        Should.Throw<CloudException>(() => role.S3.Bucket("data").ReadText("missing")).Code.ShouldBe("NoSuchKey");
    }

    [Theory]
    [InlineData("arn:aws:events:eu-west-1:111122223333:rule/r", true)]
    [InlineData("arn:aws:events:eu-west-1:111122223333:rule/another", false)]
    public async Task A_rule_reaches_a_queue_only_if_the_queues_policy_names_it(string source, bool arrives)
    {
        await using var cloud = Start();
        var sqs = cloud.Home.Service<SqsService>();
        sqs.SetPolicy(
            "q",
            Statement(
                "Allow",
                "sqs:SendMessage",
                Queue,
                "{\"Service\":\"events.amazonaws.com\"}",
                $$"""{"ArnEquals":{"aws:SourceArn":"{{source}}"} }"""
            )
        );
        var events = cloud.Home.Service<EventBridgeService>();
        events.PutRule("r", """{"source":["mine"]}""");
        events.PutTarget("r", new EventTarget { Id = "q", Arn = Queue });
        events.PutEvents([new PutEventsEntry("mine", "Something", "{}")]);
        await cloud.Cloud.WhenIdleAsync();
        sqs.Contents("q").Count.ShouldBe(arrives ? 1 : 0);
        cloud.Cloud.Authorizer.Denials.Count.ShouldBe(arrives ? 0 : 1);
        cloud.Cloud.Undelivered.All.Count.ShouldBe(arrives ? 0 : 1);
    }

    [Fact]
    public async Task A_role_is_taken_only_by_whom_it_trusts()
    {
        await using var cloud = Start();
        AsRole(cloud, "sqs:*", "*");
        var lambda = cloud.Home.As(
            Caller.Service("lambda.amazonaws.com", "arn:aws:lambda:eu-west-1:111122223333:function:f", "111122223333")
        );
        lambda.Service<IamService>().AssumeRole(Role, "f").ToString().ShouldBe("arn:aws:sts::111122223333:assumed-role/r/f");
        var events = cloud.Home.As(Caller.Service("events.amazonaws.com", "arn:aws:events:eu-west-1:111122223333:rule/r", "111122223333"));
        Should.Throw<CloudException>(() => events.Service<IamService>().AssumeRole(Role, "e")).Code.ShouldBe("AccessDenied");
        Should.Throw<CloudException>(() => lambda.Service<IamService>().AssumeRole(Role + "x", "f")).Code.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task A_boundary_or_a_policy_that_is_not_there_is_refused()
    {
        await using var cloud = Start();
        var iam = cloud.Home.Service<IamService>();
        const string Nothing = "arn:aws:iam::111122223333:policy/nothing";
        var bounded = Should.Throw<CloudException>(() => iam.PutRole("x", Trust("lambda.amazonaws.com"), boundary: Nothing));
        bounded.Code.ShouldBe("NoSuchEntity");
        iam.PutRole("x", Trust("lambda.amazonaws.com"));
        var fault = Should.Throw<CloudException>(() => iam.AttachRolePolicy("x", Nothing));
        fault.Code.ShouldBe("NoSuchEntity");
        fault.Message.ShouldContain(Nothing);
    }

    [Theory]
    [InlineData("\"sagemaker:*\",\"iam:PassRole\",\"ecr:*\",\"logs:*\",\"cloudwatch:*\"", null)]
    [InlineData("\"sagemaker:*\",\"iam:PassRole\",\"ecr:*\",\"logs:*\"", "cloudwatch:PutMetricData")]
    [InlineData("\"sagemaker:*\",\"iam:PassRole\",\"ecr:*\",\"cloudwatch:*\"", "logs:CreateLogGroup")]
    [InlineData("\"sagemaker:*\"", "iam:PassRole")]
    [InlineData("\"iam:PassRole\"", "sagemaker:CreateProcessingJob")]
    public async Task A_pipelines_role_makes_jobs_and_passes_their_role_and_the_job_reads_with_it(string actions, string? refused)
    {
        await using var cloud = Start();
        var iam = cloud.Home.Service<IamService>();
        iam.PutRole("pipelines", Trust("sagemaker.amazonaws.com"));
        iam.PutRolePolicy(
            "pipelines",
            "p",
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[{{actions}}],"Resource":"*"} }"""
        );
        cloud.Home.S3.Bucket("data").PutText("code/any/any.py", "pass");
        cloud.Home.SageMaker.PutPipeline("p", Json.Definition(Json.Script("A", "any")), Json.Role);
        var execution = await cloud.Home.SageMaker.StartPipelineExecution("p").Completion;
        execution.Status.ShouldBe(ExecutionStatus.Failed, "the job may not read its script");
        execution.Step("A").FailureReason!.ShouldContain(refused ?? "s3:ListBucket");

        iam.PutRolePolicy("pipelines", "data", Statement("Allow", "s3:*", "*"));
        var second = await cloud.Home.SageMaker.StartPipelineExecution("p").Completion;
        second.Status.ShouldBe(refused is null ? ExecutionStatus.Succeeded : ExecutionStatus.Failed);
    }

    [Fact]
    public async Task Versions_are_read_across_accounts_where_the_groups_policy_says_so_and_changed_by_nobody_there()
    {
        await using var cloud = Start();
        var registry = cloud.Home.Service<ModelRegistry>();
        registry.CreateModelPackageGroup("abalone");
        var group = "arn:aws:sagemaker:eu-west-1:111122223333:model-package-group/abalone";
        var far = cloud.Cloud.Account(ServiceCloud.Other);
        far.Service<IamService>().PutRole("deploy", Trust("lambda.amazonaws.com"));
        far.Service<IamService>().PutRolePolicy("deploy", "p", Statement("Allow", "sagemaker:*", "*"));
        var deploy = new Caller(Principal.Role("arn:aws:iam::444455556666:role/deploy", "s"));
        var theirs = cloud.Home.As(deploy).Service<ModelRegistry>();
        Should.Throw<CloudException>(() => theirs.ListModelPackages(group)).Code.ShouldBe("AccessDenied");

        registry.PutModelPackageGroupPolicy(
            "abalone",
            Statement("Allow", "sagemaker:ListModelPackages", group, "{\"AWS\":\"arn:aws:iam::444455556666:root\"}")
        );
        theirs.ListModelPackages(group).ShouldBeEmpty();
    }

    /// <summary>The separation of duties hangs on this key: whoever registers versions may register none that is approved.</summary>
    [Fact]
    public async Task A_policy_may_ask_for_the_status_that_a_version_is_given()
    {
        await using var cloud = Start();
        cloud.Home.Service<ModelRegistry>().CreateModelPackageGroup("abalone");
        var registry = AsRole(cloud, "sagemaker:*", "*").Service<ModelRegistry>();
        foreach (var action in new[] { "CreateModelPackage", "UpdateModelPackage" })
        {
            cloud
                .Home.Service<IamService>()
                .PutRolePolicy(
                    "r",
                    action,
                    Statement(
                        "Deny",
                        "sagemaker:" + action,
                        "*",
                        condition: """{"StringEquals":{"sagemaker:ModelApprovalStatus":"Approved"}}"""
                    )
                );
        }

        var pending = registry.CreateModelPackage(Version());
        Should.Throw<CloudException>(() => registry.CreateModelPackage(Version("Approved"))).Code.ShouldBe("AccessDenied");
        Should.Throw<CloudException>(() => registry.UpdateModelPackage(pending.Arn, "Approved")).Code.ShouldBe("AccessDenied");
        registry.UpdateModelPackage(pending.Arn, "Rejected").ApprovalStatus.ShouldBe("Rejected");

        static JsonObject Version(string? status = null)
        {
            var request = new JsonObject { ["ModelPackageGroupName"] = "abalone" };
            if (status is not null)
            {
                request["ModelApprovalStatus"] = status;
            }

            return request;
        }
    }

    [Fact]
    public async Task A_policy_that_cannot_be_read_is_named()
    {
        await using var cloud = Start();
        var role = AsRole(cloud, "sqs:*", "*");
        cloud.Home.Service<IamService>().PutRolePolicy("r", "broken", """{"Statement":{"Effect":"Alow"} }""");
        var fault = Should.Throw<CloudException>(() => role.Service<SqsService>().SendMessage("q", "x"));
        (fault.Code, fault.Message.Contains("broken of " + Role, StringComparison.Ordinal)).ShouldBe(("MalformedPolicyDocument", true));
    }

    private static ServiceCloud Start()
    {
        var cloud = new ServiceCloud(options => options with { EnforceIam = true });
        cloud.Home.Service<SqsService>().CreateQueue("q", new QueueAttributes());
        return cloud;
    }

    private static CloudAccount AsRole(ServiceCloud cloud, string action, string resource)
    {
        var iam = cloud.Home.Service<IamService>();
        iam.PutRole("r", Trust("lambda.amazonaws.com"));
        iam.PutRolePolicy("r", "own", Statement("Allow", action, resource));
        return cloud.Home.As(Principal.Role(Role, "s"));
    }

    private static string Trust(string service) => Statement("Allow", "sts:AssumeRole", null, $$"""{"Service":"{{service}}"}""");

    private static string Statement(string effect, string action, string? resource, string? principal = null, string? condition = null)
    {
        var parts = new[]
        {
            $"\"Effect\":\"{effect}\"",
            $"\"Action\":\"{action}\"",
            resource is null ? null : $"\"Resource\":\"{resource}\"",
            principal is null ? null : $"\"Principal\":{principal}",
            condition is null ? null : $"\"Condition\":{condition}",
        };
        return $$"""{"Version":"2012-10-17","Statement":[{{{string.Join(',', parts.OfType<string>())}}}]}""";
    }
}
