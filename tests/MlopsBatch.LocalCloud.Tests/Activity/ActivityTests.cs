using Microsoft.Extensions.Time.Testing;
using MlopsBatch.LocalCloud.Activity;

namespace MlopsBatch.LocalCloud.Tests.Activity;

public class ActivityTests
{
    [Fact]
    public async Task A_mailbox_delivers_in_order_one_at_a_time_and_goes_on_after_a_fault()
    {
        var activity = new ActivityMonitor();
        var (seen, inside, most) = (new List<int>(), 0, 0);
        var mailbox = new Mailbox<int>(
            "reader",
            activity,
            async number =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                seen.Add(number);
                Interlocked.Decrement(ref inside);
                if (number == 50)
                {
                    throw new InvalidOperationException("fifty");
                }
            }
        );
        for (var number = 0; number < 100; number++)
        {
            mailbox.Post(number);
        }
        await activity.WhenIdleAsync();
        seen.ShouldBe(Enumerable.Range(0, 100));
        most.ShouldBe(1);
        var fault = activity.Faults.ShouldHaveSingleItem();
        (fault.Subscriber, fault.Error.Message).ShouldBe(("reader", "fifty"));
    }

    [Fact]
    public async Task A_closed_mailbox_takes_and_delivers_nothing_more()
    {
        var activity = new ActivityMonitor();
        var seen = 0;
        var mailbox = new Mailbox<int>("reader", activity, _ => Task.FromResult(seen++));
        mailbox.Close();
        mailbox.Post(1);
        await activity.WhenIdleAsync();
        seen.ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_for_the_clock_is_idle_and_what_follows_is_not()
    {
        var (activity, time) = (new ActivityMonitor(), new FakeTimeProvider());
        var done = false;
        _ = activity.Run(
            "work",
            async () =>
            {
                await activity.DelayAsync(TimeSpan.FromHours(1), time, CancellationToken.None);
                await Task.Yield();
                done = true;
            }
        );
        await activity.WhenIdleAsync();
        done.ShouldBeFalse();
        time.Advance(TimeSpan.FromHours(1));
        await activity.WhenIdleAsync();
        done.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_ends_and_counts_again()
    {
        var (activity, time) = (new ActivityMonitor(), new FakeTimeProvider());
        using var stop = new CancellationTokenSource();
        var work = activity.Run("work", () => activity.DelayAsync(TimeSpan.FromHours(1), time, stop.Token));
        await activity.WhenIdleAsync();
        await stop.CancelAsync();
        await work;
        await activity.WhenIdleAsync();
        activity.Faults.ShouldBeEmpty();
    }
}
