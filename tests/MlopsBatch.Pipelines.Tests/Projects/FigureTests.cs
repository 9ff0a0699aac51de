using System.Globalization;
using CsCheck;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Tests.Projects;

public sealed class FigureTests
{
    private static readonly double[] Nearness = [0, 1e-12, -1e-12, 1e-7, -1e-7, 1e-5, -1e-5, 1e-3, -1e-3, 0.1, -0.1, 3, -3];

    /// <summary>Seven digits, as a report may hold, of every size.</summary>
    private static readonly Gen<double> Numbers = Gen.Select(
        Gen.OneOf(Gen.Double[-300, 300], Gen.Double[-8, 12]),
        Gen.Bool,
        (exponent, isNegative) => Shortened((isNegative ? -1 : 1) * Math.Pow(10, exponent))
    );

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1e-6, "1e-6")]
    [InlineData(1e300, "1e300")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(2915.273, "2915")]
    [InlineData(2.5, "2.5")]
    [InlineData(9.99996, "10")]
    [InlineData(123456.7, "123457")]
    [InlineData(0.00012345, "0.0001234")]
    [InlineData(1e9, "1e9")]
    [InlineData(double.NaN, "undefined")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void A_number_keeps_its_meaning(double value, string text) => Figure.Of(value).ShouldBe(text);

    [Fact]
    public void A_figure_is_short_and_near() =>
        Numbers.Sample(value =>
        {
            var text = Figure.Of(value);
            text.Length.ShouldBeLessThanOrEqualTo(Figure.Longest);
            Math.Abs((double.Parse(text, CultureInfo.InvariantCulture) / value) - 1).ShouldBeLessThan(2e-3);
        });

    [Fact]
    public void Beside_a_bound_only_the_bound_itself_is_written_like_it() =>
        Gen.Select(Numbers, Gen.Int[0, Nearness.Length - 1])
            .Sample((bound, nearness) =>
            {
                var value = bound * (1 + Nearness[nearness]);
                (Figure.Beside(value, bound) == Figure.Of(bound)).ShouldBe(value == bound);
            });

    [Fact]
    public void Without_a_bound_a_value_stands_alone() => Figure.Beside(2.5, null).ShouldBe("2.5");

    private static double Shortened(double value) =>
        double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
