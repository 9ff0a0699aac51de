using System.CommandLine;
using MlopsBatch.Cli.CommandLine;

namespace MlopsBatch.Cli.Tests.CommandLine;

public class InvariantNumberTests
{
    [Theory]
    [InlineData("0.8", 0.8)]
    [InlineData("-1e-6", -1e-6)]
    [InlineData("10", 10.0)]
    public void A_number_is_read_with_a_point(string text, double expected) => Parse(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("0,8", "--threshold: got \"0,8\", needs a number such as 0.8; with a point: 0.8.")]
    [InlineData("1,000", "--threshold: got \"1,000\", needs a number such as 0.8; with a point: 1.000.")]
    [InlineData("much", "--threshold: got \"much\", needs a number such as 0.8.")]
    [InlineData("NaN", "--threshold: got \"NaN\", needs a number such as 0.8.")]
    [InlineData("Infinity", "--threshold: got \"Infinity\", needs a number such as 0.8.")]
    public void Anything_else_is_refused(string text, string fault) => Parse(text).Faults.ShouldBe([fault]);

    private static (double? Value, string[] Faults) Parse(string text)
    {
        var option = InvariantNumber.Option("--threshold", "");
        var result = new Command("test") { option }.Parse([$"--threshold={text}"]);
        return (result.Errors.Count == 0 ? result.GetValue(option) : null, [.. result.Errors.Select(error => error.Message)]);
    }
}
