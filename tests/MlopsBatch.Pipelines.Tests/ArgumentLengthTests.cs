using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Tests;

/// <summary>SageMaker takes up to 100 arguments of up to 256 characters (AppSpecification in its API reference).</summary>
public class ArgumentLengthTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(120, 20)]
    [InlineData(3, 200)]
    public void A_list_is_spread_over_arguments_that_fit_and_nothing_is_lost(int count, int length)
    {
        string[] words = [.. Enumerable.Range(0, count).Select(i => $"{i}".PadLeft(length, 'ä'))];
        var project = SampleProject.Project with { Data = SampleProject.Project.Data with { Exclude = words, Missing = ["?"] } };
        var definition = JsonNode.Parse(TrainingPipeline.Build(project).ToJson())!;
        var arguments = definition["Steps"]![0]!["Arguments"]!["AppSpecification"]!["ContainerArguments"]!.AsArray();
        var literals = arguments.Select(argument => argument is JsonValue ? (string)argument! : "").ToList();
        literals.Count.ShouldBeLessThanOrEqualTo(100);
        literals.ShouldAllBe(argument => argument.Length <= 256);
        literals
            .Index()
            .Where(argument => argument.Item == "--exclude")
            .SelectMany(argument => JsonNode.Parse(literals[argument.Index + 1])!.AsArray().Select(word => (string)word!))
            .ShouldBe(words);
    }

    [Fact]
    public void A_word_that_no_argument_holds_is_refused()
    {
        var project = SampleProject.Project with { Data = SampleProject.Project.Data with { Exclude = [new string('x', 201)] } };
        Should.Throw<ArgumentException>(() => TrainingPipeline.Build(project)).Message.ShouldContain("Data.Exclude: got \"xxx");
    }
}
