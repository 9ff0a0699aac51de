using Microsoft.Extensions.Time.Testing;
using MlopsBatch.LocalCloud.Time;

namespace MlopsBatch.LocalCloud.Tests.Activity;

public class VirtualClockTests
{
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Timers_fire_in_their_order_at_their_own_time_when_the_clock_is_put_forward()
    {
        var clock = new VirtualClock(_real, Night);
        var fired = new List<(string, TimeSpan)>();
        ITimer Arm(string name, int minutes) =>
            clock.CreateTimer(
                _ => fired.Add((name, clock.GetUtcNow() - Night)),
                null,
                TimeSpan.FromMinutes(minutes),
                Timeout.InfiniteTimeSpan
            );
        using var late = Arm("late", 60);
        using var early = Arm("early", 10);
        using var never = Arm("never", 600);
        using var stopped = Arm("stopped", 20);
        stopped.Dispose();
        ITimer? later = null;
        await clock.AdvanceAsync(
            TimeSpan.FromHours(2),
            () =>
            {
                later ??= fired.Count > 0 ? Arm("armed on the way", 5) : null;
                return Task.CompletedTask;
            }
        );
        fired.ShouldBe([
            ("early", TimeSpan.FromMinutes(10)),
            ("armed on the way", TimeSpan.FromMinutes(15)),
            ("late", TimeSpan.FromHours(1)),
        ]);
        clock.GetUtcNow().ShouldBe(Night.AddHours(2));
        later!.Dispose();
    }

    [Fact]
    public async Task What_was_skipped_passed_at_once_by_the_real_clock()
    {
        var real = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero));
        var morning = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var clock = new VirtualClock(real, morning);
        real.Advance(TimeSpan.FromSeconds(10));
        await clock.AdvanceAsync(TimeSpan.FromHours(12), () => Task.CompletedTask);
        real.Advance(TimeSpan.FromSeconds(5));

        DateTimeOffset At(int seconds) => new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
        clock.RealTime(morning.AddSeconds(3)).ShouldBe(At(3));
        clock.RealTime(morning.AddHours(7)).ShouldBe(At(10));
        clock.RealTime(clock.GetUtcNow()).ShouldBe(At(15));
    }

    [Fact]
    public async Task It_goes_with_the_real_clock_besides()
    {
        var clock = new VirtualClock(_real, Night);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30));
        await clock.AdvanceAsync(TimeSpan.FromMinutes(20), () => Task.CompletedTask);
        fired.ShouldBe(0);
        _real.Advance(TimeSpan.FromMinutes(10));
        fired.ShouldBe(1);
        _real.Advance(TimeSpan.FromMinutes(30));
        fired.ShouldBe(2);
        clock.GetUtcNow().ShouldBe(Night.AddHours(1));
        var before = clock.GetTimestamp();
        await clock.AdvanceAsync(TimeSpan.FromHours(1), () => Task.CompletedTask);
        clock.GetElapsedTime(before).ShouldBe(TimeSpan.FromHours(1));
    }
}
