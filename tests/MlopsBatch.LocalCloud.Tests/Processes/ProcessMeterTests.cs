using Microsoft.Extensions.Time.Testing;
using MlopsBatch.LocalCloud.Processes;

namespace MlopsBatch.LocalCloud.Tests.Processes;

public class ProcessMeterTests
{
    [Fact]
    public void Processes_side_by_side_count_once()
    {
        var time = new FakeTimeProvider();
        var meter = new ProcessMeter(time);
        time.Advance(TimeSpan.FromSeconds(5));
        var first = meter.Enter();
        time.Advance(TimeSpan.FromSeconds(2));
        var second = meter.Enter();
        meter.Alive.ShouldBe(2);
        time.Advance(TimeSpan.FromSeconds(3));
        first.Dispose();
        first.Dispose();
        meter.Busy.ShouldBe(TimeSpan.FromSeconds(5), "one still runs");
        time.Advance(TimeSpan.FromSeconds(1));
        second.Dispose();
        time.Advance(TimeSpan.FromSeconds(10));
        using (meter.Enter())
        {
            time.Advance(TimeSpan.FromSeconds(4));
        }
        meter.Busy.ShouldBe(TimeSpan.FromSeconds(10));
        meter.Alive.ShouldBe(0);
    }
}
