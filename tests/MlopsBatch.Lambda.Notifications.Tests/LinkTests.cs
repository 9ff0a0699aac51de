using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>Where the links in mails lead.</summary>
public sealed class LinkTests
{
    private static readonly Scene Scene = Rig.Scene;

    [Theory]
    [InlineData("arn:aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/sagemaker/home?region=cn-north-1#/studio")]
    [InlineData(
        "arn:aws-us-gov",
        "us-gov-west-1",
        "https://us-gov-west-1.console.amazonaws-us-gov.com/sagemaker/home?region=us-gov-west-1#/studio"
    )]
    [InlineData(
        "arn:aws-eusc",
        "eusc-de-east-1",
        "https://eusc-de-east-1.console.amazonaws-eusc.eu/sagemaker/home?region=eusc-de-east-1#/studio"
    )]
    [InlineData("arn:aws-iso", "us-iso-east-1", null)]
    public async Task Links_follow_partition_and_region(string partition, string region, string? link)
    {
        var scene = Scene with { Partition = partition[4..], Region = region };
        var mail = await new Rig().MailOfAsync(EventTemplates.Execution(scene, PipelineKind.Training, ExecutionStatuses.Failed));
        if (link is null)
        {
            mail.Body.ShouldNotContain("https://");
        }
        else
        {
            mail.Body.ShouldContain($"In Studio: {link}\n");
        }

        mail.Body.ShouldContain($"--pipeline-execution-arn {partition}:sagemaker:{region}:");
    }

    [Fact]
    public async Task A_known_Studio_domain_is_linked_straight()
    {
        var mail = await new Rig { Settings = Scene.Settings with { StudioDomainId = "d-abc123" } }.MailOfAsync(
            EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending)
        );
        mail.Body.ShouldContain("Open: https://studio-d-abc123.studio.eu-west-1.sagemaker.aws/");
    }
}
