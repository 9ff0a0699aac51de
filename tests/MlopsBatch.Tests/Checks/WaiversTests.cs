using MlopsBatch.Checks;
using MlopsBatch.Checks.Security;
using MlopsBatch.Tests.Configuration;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Checks;

/// <summary>What the product waives carries nobody's name; what a stack waives has an owner and ends.</summary>
public class WaiversTests
{
    private const string Own =
        """[{"row":9,"resource":"*","reason":"Until the move.","owner":"ops@example.com","until":"2027-01-31"}]""";

    [Fact]
    public void Shipped_reasons_are_the_products() =>
        Waivers.All.ShouldAllBe(waiver => waiver.Owner == null && waiver.Until == null && waiver.Reason.Length > 0);

    [Theory]
    [InlineData("2027-01-31", 1, 0)]
    [InlineData("2027-02-01", 0, 1)]
    public void A_stacks_own_holds_to_its_last_day(string today, int holding, int expired)
    {
        var settings = TestStacks.Context(change: changed => ChangedSettings.Set(changed, "waivers", Own)).Settings;
        var day = DateOnly.Parse(today);
        (Waivers.Of(settings, day).Count - Waivers.All.Count).ShouldBe(holding);
        Waivers.Expired(settings, day).Count.ShouldBe(expired);
        Waivers
            .Expired(settings, new(2027, 2, 1))
            .Single()
            .ToString()
            .ShouldBe(
                "MB0035 settings.waivers[0]: got a waiver of row 9 until 2027-01-31, which is over; ops@example.com meets the demand, "
                    + "or decides anew and sets a later day"
            );
    }

    [Fact]
    public async Task A_waived_row_doesnt_fail_and_an_expired_one_does()
    {
        var stack = await TestStacks.EvaluateAsync();
        // Without the product's own waivers there is something to waive.
        var failing = SecurityChecklist.Judge(stack, []).First(row => row.Outcome == CheckOutcome.Fail);
        var waiver = new Waiver(int.Parse(failing.Row), "*", "Accepted.", "ops@example.com", new(2027, 1, 31));
        SecurityChecklist.Judge(stack, [waiver]).Single(row => row.Row == failing.Row).Outcome.ShouldBe(CheckOutcome.Waived);
    }

    [Fact]
    public void Its_last_day_is_in_the_calendar() =>
        ChangedSettings.FaultsOf(settings =>
                ChangedSettings.Set(settings, "waivers", Own.Replace("01-31", "02-31", StringComparison.Ordinal))
            )
            .ShouldHaveSingleItem()
            .ShouldStartWith("MB0007 settings.waivers[0].until: got \"2027-02-31\", needs a day of the calendar; ");
}
