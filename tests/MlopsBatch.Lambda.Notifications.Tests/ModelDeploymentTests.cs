using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>What the deploy job reports, with what it may leave out.</summary>
public sealed class ModelDeploymentTests
{
    private static readonly ModelDeploymentDetail Same = new()
    {
        Model = Rig.Scene.Model,
        ModelPackageArn = Rig.Scene.VersionArn(6),
        ModelPackageVersion = 6,
        PreviousVersion = 6,
        Environment = "staging",
    };

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_deployment_that_nobody_decided_and_that_changes_no_version_is_no_news(string? cause)
    {
        var rig = new Rig();
        await rig.SendAsync(Event(DetailTypes.ModelDeployed, Same with { CauseEventId = cause }));
        rig.Mails.ShouldBeEmpty();
        rig.Outcome.ShouldBe("ignored");
    }

    [Fact]
    public async Task The_first_version_of_an_account_has_none_before()
    {
        var mail = await new Rig().MailOfAsync(Event(DetailTypes.ModelDeployed, Same with { PreviousVersion = null }));
        mail.Subject.ShouldBe("abalone version 6 is deployed in staging");
        mail.Body.ShouldNotContain("Before:");
        mail.Body.ShouldContain("with none, batch inference is put on hold there");
    }

    [Fact]
    public async Task A_job_that_failed_before_it_knew_a_model_is_told_to_operators_and_to_those_who_decide()
    {
        var rig = new Rig();
        await rig.SendAsync(Event(DetailTypes.ModelDeploymentFailed, new ModelDeploymentDetail { Stack = "prod" }));
        rig.Mails.Select(mail => (mail.Topic, mail.Subject))
            .ShouldBe([(MailTopic.Operations, "Deployment to prod failed"), (MailTopic.Approvals, "Deployment to prod failed")]);
        rig.Mails.ShouldAllBe(mail => mail.Model == null && !mail.Body.Contains("no version"));
    }

    [Fact]
    public async Task The_stack_of_a_command_is_one_word_for_the_shell()
    {
        var rig = new Rig();
        await rig.SendAsync(Event(DetailTypes.ModelDeploymentFailed, new ModelDeploymentDetail { Stack = "a b'; rm c" }));
        rig.Mails[0].Body.ShouldContain(@"pulumi cancel --yes --stack 'a b'\''; rm c'");
    }

    [Theory]
    [InlineData(DetailTypes.ModelDeployed)]
    [InlineData(DetailTypes.ModelRolledBack)]
    public async Task One_without_a_model_is_not_understood(string detailType)
    {
        var mail = await new Rig().MailOfAsync(Event(detailType, Same with { Model = null }));
        mail.Kind.ShouldBe(MailKinds.Unknown);
        mail.Body.ShouldContain("detail.model");
    }

    private static System.Text.Json.Nodes.JsonObject Event(string detailType, ModelDeploymentDetail detail) =>
        EventTemplates.ModelDeployment(Rig.Scene, detailType, detail);
}
