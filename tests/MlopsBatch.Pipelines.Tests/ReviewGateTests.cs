using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Pipelines.Tests;

public sealed class ReviewGateTests
{
    private static readonly ReviewGate Gate = new();

    private static readonly Dictionary<string, string> Tuned = new() { [MetadataKeys.Review] = MetadataKeys.ReviewRequired };

    [Theory]
    [InlineData("Review: MRB-2026-14", "MRB-2026-14")]
    [InlineData("good metric; review reference = MRB-14 of the board", "MRB-14")]
    [InlineData("Review: https://board.example.com/minutes/14", "https://board.example.com/minutes/14")]
    [InlineData("Review: MRB-14.", "MRB-14")]
    [InlineData("Review: MRB-0000", null)]
    [InlineData("Review: <REVIEW-REFERENCE>", null)]
    [InlineData("Review: <MRB-1>", null)]
    [InlineData("Review: pending", null)]
    [InlineData("no review: not needed", null)]
    [InlineData("no review: not needed before 2027", null)]
    [InlineData("REVIEW #14, agreed", "14")]
    [InlineData("review: see preview\nReview: 7", "7")]
    [InlineData("preview: 3", null)]
    [InlineData("Review:", null)]
    [InlineData("Review: ; later", null)]
    [InlineData("RMSE better than v6; approved by data science lead", null)]
    [InlineData("the review board agreed", null)]
    [InlineData("reviewed: yes", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_review_is_named_by_a_reference_after_the_word(string? description, string? reference)
    {
        Gate.Reference(Tuned, description).ShouldBe(reference);
        Gate.IsOpen(Tuned, description).ShouldBe(reference is not null);
    }

    [Fact]
    public void A_review_may_be_named_in_the_metadata()
    {
        var reviewed = new Dictionary<string, string>(Tuned) { [MetadataKeys.ReviewReference] = " MRB-7 " };
        Gate.Reference(reviewed, "Review: 8").ShouldBe("MRB-7");
        Gate.IsOpen(reviewed, null).ShouldBeTrue();
        foreach (var none in new[] { " ", "MRB-0000", "<REVIEW-REFERENCE>", "pending" })
        {
            var metadata = new Dictionary<string, string>(Tuned) { [MetadataKeys.ReviewReference] = none };
            Gate.IsOpen(metadata, null).ShouldBeFalse(none);
            Gate.Refused(metadata, null).ShouldBe(none.Trim().Length == 0 ? null : none);
        }
    }

    [Fact]
    public void A_pattern_of_its_own_decides_and_is_named()
    {
        var gate = new ReviewGate(Pattern: "Board minute [0-9]+");
        gate.Reference(Tuned, "Review: Board minute 12, item 3").ShouldBe("Board minute 12");
        gate.Reference(Tuned, "Review: MRB-12").ShouldBeNull();
        gate.Refused(Tuned, "Review: MRB-12").ShouldBe("MRB-12");
        gate.Needs.ShouldBe("a reference that matches Board minute [0-9]+ (setting review.pattern)");
        new ReviewGate(Pattern: ".*").Reference(Tuned, $"Review: {ReviewGate.Placeholder}").ShouldBeNull();
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_lets_nothing_through() =>
        new ReviewGate(Pattern: "(a+)+b").Reference(Tuned, $"Review: {new string('a', 64)}").ShouldBeNull();

    [Fact]
    public void Nothing_is_held_back_that_needs_no_review()
    {
        new ReviewGate(RequireReview: false).IsOpen(Tuned, null).ShouldBeTrue();
        Gate.IsOpen(new Dictionary<string, string>(), null).ShouldBeTrue();
        Gate.IsOpen(null, null).ShouldBeTrue();
    }
}
