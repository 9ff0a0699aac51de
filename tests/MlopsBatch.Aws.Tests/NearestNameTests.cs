using CsCheck;

namespace MlopsBatch.Aws.Tests;

public sealed class NearestNameTests
{
    private static readonly Gen<string> Letters = Gen.String[Gen.Char["abc"], 0, 8];

    [Theory]
    [InlineData("rsme", "rmse")]
    [InlineData("biuld", "build")]
    [InlineData("treshold", "threshold")]
    [InlineData("MSE", "mse")]
    [InlineData("recall", null)]
    public void Slips_of_the_keyboard_are_told(string written, string? meant) =>
        NearestName.Find(written, ["mse", "rmse", "mae", "build", "deploy", "threshold"]).ShouldBe(meant);

    [Fact]
    public void Distance_is_a_symmetric_count_of_slips() =>
        Gen.Select(Letters, Letters)
            .Sample(
                (left, right) =>
                {
                    var distance = NearestName.Distance(left, right);
                    distance.ShouldBe(NearestName.Distance(right, left));
                    (distance == 0).ShouldBe(left == right);
                    distance.ShouldBeInRange(Math.Abs(left.Length - right.Length), Math.Max(left.Length, right.Length));
                },
                seed: "0000KOIPe036"
            );
}
