namespace MlopsBatch.Pipelines.Tests;

public sealed class ReviewGateTests
{
    private static readonly Dictionary<string, string> Tuned = new() { [MetadataKeys.Review] = MetadataKeys.ReviewRequired };

    [Theory]
    [InlineData("Review: MRB-2026-14", "MRB-2026-14")]
    [InlineData("good metric; review reference = MRB 14", "MRB 14")]
    [InlineData("REVIEW #14, agreed", "14")]
    [InlineData("review: see preview\nReview: 7", "see preview")]
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
        ReviewGate.Reference(Tuned, description).ShouldBe(reference);
        ReviewGate.IsOpen(requireReview: true, Tuned, description).ShouldBe(reference is not null);
    }

    [Fact]
    public void A_review_may_be_named_in_the_metadata()
    {
        var reviewed = new Dictionary<string, string>(Tuned) { [MetadataKeys.ReviewReference] = " MRB-7 " };
        ReviewGate.Reference(reviewed, "Review: other").ShouldBe("MRB-7");
        ReviewGate.IsOpen(requireReview: true, reviewed, null).ShouldBeTrue();
        ReviewGate
            .IsOpen(requireReview: true, new Dictionary<string, string>(Tuned) { [MetadataKeys.ReviewReference] = " " }, null)
            .ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_held_back_that_needs_no_review()
    {
        ReviewGate.IsOpen(requireReview: false, Tuned, null).ShouldBeTrue();
        ReviewGate.IsOpen(requireReview: true, new Dictionary<string, string>(), null).ShouldBeTrue();
        ReviewGate.IsOpen(requireReview: true, null, null).ShouldBeTrue();
    }
}
