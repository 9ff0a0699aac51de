using MlopsBatch.Cli.Graphs.Pictures;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Tests.Graphs;

public sealed class LoopPictureTests
{
    [Theory]
    [InlineData("cron(0 3 * * ? *)", "Europe/Berlin", "every day at 03:00\nEurope/Berlin")]
    [InlineData("cron(5 14 1 * ? *)", null, "every month on day 1\nat 14:05")]
    [InlineData("cron(0/15 * * * ? *)", null, "cron(0/15 * * * ? *)")]
    [InlineData("rate(2 hours)", "UTC", "rate(2 hours)\nUTC")]
    public void Times_in_words(string expression, string? zone, string words) => Captions.OfSchedule(expression, zone).ShouldBe(words);

    [Fact]
    public void Every_stage_of_the_loop_is_in_the_whole_picture()
    {
        var text = GraphRun.Of("loop").Text();
        for (var stage = 1; stage <= 10; stage++)
        {
            text.ShouldContain($"\"L{stage} · ");
        }
    }

    [Fact]
    public void A_violation_in_a_deploy_account_goes_to_the_other_accounts_bus()
    {
        var text = GraphRun.Of("loop", "--stack", "prod").Text();

        text.ShouldContain("L8 · step ModelQualityViolation<br/>is Failed");
        text.ShouldContain("event bus mlops-batch-dev<br/>account 111122223333");
    }

    [Fact]
    public void Triggers_of_a_pipeline_without_model_are_shown_as_disabled()
    {
        var text = GraphRun.Of("loop", "--approved", "none", "--stack", "prod").Text();

        text.ShouldContain("rule abalone-inference-data, disabled");
        text.ShouldContain("schedule, disabled");
    }

    [Fact]
    public void Patterns_in_words_leave_out_the_models_root() =>
        Captions
            .Of(
                new DeclaredPattern(["aws.s3"], ["Object Created"], [], [], [], [], ["mlops/abalone/training/data/raw/*"]),
                ["mlops/abalone"]
            )
            .ShouldBe("an object is written:\ntraining/data/raw/*");
}
