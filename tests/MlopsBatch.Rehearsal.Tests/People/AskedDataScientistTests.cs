using MlopsBatch.Rehearsal.People;

namespace MlopsBatch.Rehearsal.Tests.People;

public sealed class AskedDataScientistTests
{
    private static readonly VersionQuestion Question = new(
        3,
        "It waits.",
        ("Approve or reject abalone version 3", "mse 4.5\nnaive 10"),
        new VersionDecision(true, "Better.")
    );

    [Theory]
    [InlineData("approve\nLooks good\n", true, "Looks good")]
    [InlineData("a\n\n", true, "Better.")]
    [InlineData("\n\n", true, "Better.")]
    [InlineData("reject\nNo.\n", false, "No.")]
    [InlineData("maybe\nR\nNo.\n", false, "No.")]
    public async Task Words_and_letters_decide_and_an_empty_line_takes_what_is_suggested(string typed, bool isApproved, string comment)
    {
        var (decision, shown) = await AskAsync(typed);
        decision.ShouldBe(new VersionDecision(isApproved, comment));
        shown.ShouldContain("Subject: Approve or reject abalone version 3");
        shown.ShouldContain("  naive 10");
        shown.ShouldContain("Version 3: approve, reject or skip? [approve] ");
    }

    [Theory]
    [InlineData("skip\n")]
    [InlineData("")]
    public async Task Skipping_or_going_away_decides_nothing(string typed) => (await AskAsync(typed)).Decision.ShouldBeNull();

    [Fact]
    public async Task A_word_that_is_none_is_named() =>
        (await AskAsync("yes\nskip\n")).Shown.ShouldContain("\"yes\" is none of approve, reject and skip (a, r, s).");

    private static async Task<(VersionDecision? Decision, string Shown)> AskAsync(string typed)
    {
        var output = new StringWriter();
        var decision = await new AskedDataScientist(new StringReader(typed), output).DecideAsync(Question, CancellationToken.None);
        return (decision, output.ToString());
    }
}
