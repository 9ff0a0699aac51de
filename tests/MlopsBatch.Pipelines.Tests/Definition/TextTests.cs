using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Tests.Support;

namespace MlopsBatch.Pipelines.Tests.Definition;

public class TextTests
{
    private static readonly Parameter<double> Threshold = new("Threshold", 10);

    [Fact]
    public void Literals_alone_stay_a_literal() => Written(Text.Of($"s3://{"bucket"}/key")).ShouldBe("\"s3://bucket/key\"");

    [Fact]
    public void Numbers_become_text_by_a_join() =>
        Written(Text.Of($"{Threshold}")).ShouldBe("""{"Std:Join":{"On":"","Values":[{"Get":"Parameters.Threshold"}]}}""");

    [Fact]
    public void Joins_within_joins_become_one()
    {
        var folder = Text.Of($"s3://bucket/{Execution.Id}/models");

        Written(Text.Of($"{folder}/of {Threshold}!"))
            .ShouldBe(
                """{"Std:Join":{"On":"","Values":["s3://bucket/",{"Get":"Execution.PipelineExecutionId"},"/models/of ",{"Get":"Parameters.Threshold"},"!"]}}"""
            );
    }

    [Fact]
    public void Reads_like_the_text_it_will_be() =>
        Text.Of($"s3://bucket/{Execution.Id}/{Threshold}").ToString().ShouldBe("s3://bucket/{PipelineExecutionId}/{Threshold}");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_json_cannot_hold_is_refused(double number)
    {
        var step = new ConditionStep("Check", "", Condition.Equal<double>(number, 1.0));
        Should.Throw<ArgumentException>(() => new PipelineDefinition(step)).Message.ShouldContain("no number that JSON can hold");
    }

    private static string Written(Value<string> value)
    {
        var definition = new PipelineDefinition(new FailStep("End", "", value)).Read();
        JsonNode written = definition.Step("End").At("Arguments.ErrorMessage")!;
        return written.ToJsonString();
    }
}
