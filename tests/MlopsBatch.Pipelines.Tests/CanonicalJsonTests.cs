using System.Globalization;
using CsCheck;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;

namespace MlopsBatch.Pipelines.Tests;

public class CanonicalJsonTests
{
    [Fact]
    public void Same_project_gives_same_characters_whatever_the_order_of_its_maps() =>
        ProjectGen.Project.Sample(
            project =>
            {
                var shuffled = project with
                {
                    Hyperparameters = Reversed(project.Hyperparameters),
                    Tags = Reversed(project.Tags),
                    Hpo = project.Hpo with { Ranges = Reversed(project.Hpo.Ranges) },
                };
                return Definitions
                    .Of(project)
                    .Select(row => row.Pipeline.ToJson())
                    .SequenceEqual(Definitions.Of(shuffled).Select(row => row.Pipeline.ToJson()));
            },
            iter: 40
        );

    [Theory]
    [InlineData(10, "10.0")]
    [InlineData(0.25, "0.25")]
    [InlineData(-3, "-3.0")]
    [InlineData(1e-9, "1E-09")]
    [InlineData(1e300, "1E+300")]
    public void A_float_keeps_its_point_or_exponent(double threshold, string expected)
    {
        var json = TrainingPipeline.Build(SampleProject.Project with { MetricThreshold = threshold }).ToJson();
        json.ShouldContain($"\"Type\": \"Float\",\n      \"DefaultValue\": {expected}\n");
        double.Parse(expected, CultureInfo.InvariantCulture).ShouldBe(threshold);
    }

    [Theory]
    [MemberData(nameof(Definitions.Rows), MemberType = typeof(Definitions))]
    public void Text_is_plain_and_far_from_the_limit(string name, DataQualityEngine engine)
    {
        var json = Definitions.Named(name, engine).ToJson();
        json.ShouldAllBe(character => character == '\n' || !char.IsControl(character));
        json.ShouldNotContain("\\u");
        json.Length.ShouldBeLessThan(50_000);
    }

    private static Dictionary<string, T> Reversed<T>(IReadOnlyDictionary<string, T> map) =>
        map.Reverse().ToDictionary(pair => pair.Key, pair => pair.Value);
}
