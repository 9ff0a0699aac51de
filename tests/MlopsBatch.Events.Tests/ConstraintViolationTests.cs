using System.Text.Json;
using MlopsBatch.Events.Monitoring;

namespace MlopsBatch.Events.Tests;

public sealed class ConstraintViolationTests
{
    [Theory]
    [InlineData("Numeric distribution: distance 0.312 exceeds threshold 0.1", 0.312, 0.1)]
    [InlineData("Baseline drift distance: 0.2711598746081505 exceeds threshold: 0.1", 0.2711598746081505, 0.1)]
    [InlineData("Distance 1e-3, Threshold=5E-4.", 0.001, 0.0005)]
    [InlineData("distance 1 exceeds threshold 0", 1.0, 0.0)]
    [InlineData("the distribution moved", null, null)]
    [InlineData("distance is beyond the 0.1 allowed", null, null)]
    [InlineData("distance", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Distance_and_threshold_are_read_from_the_text(string? description, double? distance, double? threshold)
    {
        var violation = new ConstraintViolation { CheckType = ViolationKinds.BaselineDrift, Description = description };
        violation.Distance.ShouldBe(distance);
        violation.Threshold.ShouldBe(threshold);
    }

    [Fact]
    public void Only_drift_has_a_distance()
    {
        new ConstraintViolation
        {
            CheckType = ViolationKinds.Completeness,
            Description = "distance 0.2 exceeds threshold 0",
        }.Distance.ShouldBeNull();
    }

    [Fact]
    public void A_violations_file_is_read()
    {
        var file = JsonSerializer.Deserialize(
            """{"violations":[{"feature_name":"age","constraint_check_type":"data_type_check","description":"Data type match requirement is not met."}]}""",
            EventsJsonContext.Default.ConstraintViolations
        )!;
        file.Violations!.Single()
            .ShouldSatisfyAllConditions(v => v.FeatureName.ShouldBe("age"), v => v.CheckType.ShouldBe(ViolationKinds.DataType));
    }
}
