using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Deployment;

public class DeploymentTests
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Topic = "aws:sns/topic:Topic";

    private static readonly (string, string, string)[] TwoQueues =
    [
        (Queue, "work", """{"name":"work","redrivePolicy":"{}","kmsMasterKeyId":{"$urn":"key","$output":"arn"} }"""),
        ("aws:kms/key:Key", "key", """{"policy":"{}"}"""),
    ];

    [Fact]
    public async Task Resources_come_after_what_they_refer_to_and_get_its_real_values()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up(TwoQueues).Select(one => (one.Kind, one.Urn)).ShouldBe([(OperationKind.Create, "key"), (OperationKind.Create, "work")]);
        var key = cloud.Home.Service<DeploymentService>().State("test")[0].Value("arn")!.ToString();
        key.ShouldStartWith("arn:aws:kms:eu-west-1:111122223333:key/");
        cloud.Home.Service<SqsService>().GetQueueAttributes("work").KmsKey.ShouldBe(key);
    }

    [Fact]
    public async Task A_second_update_without_change_does_nothing()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up(TwoQueues);
        cloud.Up(TwoQueues).ShouldAllBe(one => one.Kind == OperationKind.Same);
    }

    [Fact]
    public async Task A_stack_that_somebody_holds_is_locked_for_others_and_no_other_stack_is()
    {
        await using var cloud = new ServiceCloud();
        var deployments = cloud.Home.Service<DeploymentService>();
        using (deployments.Lock("test"))
        {
            Should.Throw<CloudException>(() => deployments.Up("test", [])).Message.ShouldContain("currently locked by 1 lock(s)");
            deployments.Up("other", []).ShouldBeEmpty();
        }

        deployments.Up("test", []).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_is_made_in_place_and_keeps_what_is_there()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up((Queue, "q", """{"name":"q"}"""));
        cloud.Home.Service<SqsService>().SendMessage("q", "kept");
        var done = cloud.Up((Queue, "q", """{"name":"q","visibilityTimeoutSeconds":7}""")).ShouldHaveSingleItem();
        (done.Kind, done.Changed.ShouldHaveSingleItem()).ShouldBe((OperationKind.Update, "visibilityTimeoutSeconds"));
        cloud.Home.Service<SqsService>().Contents("q").ShouldHaveSingleItem().Body.ShouldBe("kept");
        cloud.Home.Service<SqsService>().GetQueueAttributes("q").VisibilityTimeout.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Another_name_replaces_and_what_is_dropped_goes()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up((Queue, "q", """{"name":"a"}"""), (Topic, "t", """{"name":"t"}"""));
        cloud
            .Up((Queue, "q", """{"name":"b"}"""))
            .Select(one => (one.Kind, one.Urn))
            .ShouldBe([(OperationKind.Replace, "q"), (OperationKind.Delete, "t")]);
        cloud.Home.Service<SqsService>().ListQueues().ShouldHaveSingleItem().ShouldEndWith("/b");
        cloud.Home.Service<SnsService>().ListTopics().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_protected_is_neither_deleted_nor_replaced_and_then_nothing_else_is_deleted()
    {
        await using var cloud = new ServiceCloud();
        var deployments = cloud.Home.Service<DeploymentService>();
        var kept = ServiceCloud.Declare(Queue, "kept", """{"name":"kept"}""") with { Protect = true };
        deployments.Up("test", [kept, ServiceCloud.Declare(Queue, "other", """{"name":"other"}""")]);

        Should.Throw<CloudException>(() => deployments.Up("test", [])).Message.ShouldContain("kept is protected");
        cloud.Home.Service<SqsService>().ListQueues().Count.ShouldBe(2);
        var renamed = kept with { Inputs = ServiceCloud.Declare(Queue, "x", """{"name":"renamed"}""").Inputs };
        Should.Throw<CloudException>(() => deployments.Up("test", [renamed])).Code.ShouldBe("ProtectedResource");
    }

    [Fact]
    public async Task What_is_retained_stays_and_is_forgotten()
    {
        await using var cloud = new ServiceCloud();
        var deployments = cloud.Home.Service<DeploymentService>();
        deployments.Up("test", [ServiceCloud.Declare(Queue, "q", """{"name":"q"}""") with { RetainOnDelete = true }]);
        deployments.Up("test", []).ShouldHaveSingleItem().Kind.ShouldBe(OperationKind.Retain);
        cloud.Home.Service<SqsService>().ListQueues().Count.ShouldBe(1);
        deployments.State("test").ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_is_unknown_or_circular_is_named_before_anything_is_made()
    {
        await using var cloud = new ServiceCloud();
        var unknown = Should.Throw<CloudException>(() =>
            cloud.Up(("aws:sqs/queu:Queue", "a", "{}"), ("aws:ec2/vpc:Vpc", "b", "{}"), TwoQueues[1])
        );
        unknown.Faults.Count.ShouldBe(2);
        unknown.Message.ShouldContain("doesn't know the kind aws:sqs/queu:Queue. Did you mean 'aws:sqs/queue:Queue'?");
        Should
            .Throw<CloudException>(() =>
                cloud.Up(
                    (Queue, "a", """{"name":{"$urn":"b","$output":"url"} }"""),
                    (Queue, "b", """{"name":{"$urn":"a","$output":"url"} }""")
                )
            )
            .Message.ShouldBe("Resources wait for each other in a circle: a → b → a");
        Should
            .Throw<CloudException>(() => cloud.Up((Queue, "a", """{"name":{"$urn":"c","$output":"url"} }""")))
            .Message.ShouldContain("a refers to c, which is not declared");
        Should
            .Throw<CloudException>(() => cloud.Up((Queue, "a", """{"delay":3}""")))
            .Faults.ShouldBe(["name is missing", "delay is unknown to the local cloud's aws:sqs/queue:Queue."]);
        cloud.Home.Service<DeploymentService>().State("test").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_the_loop_runs_on_is_inert()
    {
        string[] running = ["event", "iam/", "kms/", "sqs/", "sns/", "lambda/", "pipeline", "Alarm", "schedule", "pipe", "secrets"];
        InertKinds.All.Keys.ShouldAllBe(kind => !running.Any(kind.Contains));
        InertKinds.All.Values.ShouldAllBe(reason => reason.Length > 20);
        InertKinds.All.Keys.Intersect(ResourceKinds.Handlers.Keys).ShouldBeEmpty();
    }
}
