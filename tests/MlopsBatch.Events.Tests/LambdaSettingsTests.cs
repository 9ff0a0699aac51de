using MlopsBatch.Events.Settings;
using MlopsBatch.TestSupport.Events;
using Snapshooter.Xunit;

namespace MlopsBatch.Events.Tests;

public sealed class LambdaSettingsTests
{
    private static readonly LambdaSettings Full = Scene.Default.Settings with
    {
        NotifyOn = NotifyOn.All,
        StudioDomainId = "d-abc123",
        Custom =
        [
            new()
            {
                StepName = "TrainingEval",
                StepStatus = "Succeeded",
                StepCustomMessage = "Read the evaluation.",
            },
        ],
    };

    [Fact]
    public void The_file_is_a_contract_with_the_stack() => Snapshot.Match(Full.ToJson());

    [Fact]
    public void What_is_written_is_read()
    {
        var read = LambdaSettings.Parse(Full.ToJson());
        read.ToJson().ShouldBe(Full.ToJson());
        read.NotifyOn.ShouldBe(NotifyOn.All);
        read.Custom.Single().StepCustomMessage.ShouldBe("Read the evaluation.");
    }

    [Fact]
    public void Everything_but_the_models_names_has_a_default()
    {
        var read = LambdaSettings.Parse("{}");
        read.NotifyOn.ShouldBe(NotifyOn.Failures);
        read.Custom.ShouldBeEmpty();
        read.Models.ShouldBeEmpty();
    }

    [Fact]
    public void A_model_that_says_nothing_else_requires_reviews()
    {
        var model = LambdaSettings.Parse("""{"models":[{"name":"a","packageGroup":"a","bucket":"b"}]}""").Models.Single();
        model.RequireReview.ShouldBeTrue();
        model.RetrainOnViolation.ShouldBeTrue();
        model.TuningCooldownDays.ShouldBe(7);
        model.BucketPrefix.ShouldBe("");
        model.Responsible.ShouldBeEmpty();
    }

    // The public sample configured step_custom_message and read step_msg: the steps with a message sent no mail at all.
    [Theory]
    [InlineData("""{"custom":[{"stepName":"a","stepStatus":"Failed","stepMsg":"x"}]}""", "$.custom[0]")]
    [InlineData("""{"notifyOn":"always"}""", "$.notifyOn")]
    [InlineData("""{"notifyOn":1.5}""", "$.notifyOn")]
    [InlineData("""{"model":[]}""", "model")]
    [InlineData("""{"models":[{"name":"a"}]}""", "packageGroup")]
    [InlineData("""{"custom":null}""", "custom")]
    [InlineData("""{"custom":[null]}""", "$.custom[0]")]
    [InlineData("""{"models":[null]}""", "$.models[0]")]
    [InlineData("""{"models":[{"name":"a","packageGroup":"a","bucket":"b","responsible":[null]}]}""", "$.models[0].responsible")]
    [InlineData("""{"models":[{"name":"a","packageGroup":"a","bucket":"b","bucketPrefix":null}]}""", "bucketPrefix")]
    [InlineData("""{"studioDomainId":"\ud83e"}""", "malformed")]
    [InlineData("{", "$")]
    [InlineData("null", "null")]
    public void A_malformed_file_is_refused_with_the_place(string json, string place) =>
        Should.Throw<FormatException>(() => LambdaSettings.Parse(json)).Message.ShouldContain(place);

    [Fact]
    public void A_model_is_found_by_pipeline_in_any_case_and_by_group()
    {
        Full.ByPipeline("ABALONE-Training")!.Name.ShouldBe("abalone");
        Full.ByPipeline("abalone-training-with-hpo")!.Name.ShouldBe("abalone");
        Full.ByPipeline("abalone")!.ShouldBeNull();
        Full.ByPipeline(null).ShouldBeNull();
        Full.ByPackageGroup("abalone")!.Name.ShouldBe("abalone");
        Full.ByPackageGroup("other").ShouldBeNull();
    }

    [Theory]
    [InlineData("TrainingEval", "Succeeded", true)]
    [InlineData("trainingeval", "SUCCEEDED", true)]
    [InlineData("TrainingEval", "Failed", false)]
    [InlineData("TrainingEval2", "Succeeded", false)]
    public void A_custom_message_is_for_its_step_and_status(string step, string status, bool isFound) =>
        (Full.MessageFor(step, status) is not null).ShouldBe(isFound);
}
