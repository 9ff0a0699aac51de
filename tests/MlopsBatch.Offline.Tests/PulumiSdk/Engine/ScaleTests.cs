using Pulumi;
using Pulumi.Testing;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>Twice the resources take twice the work. Memory is measured, not time: it does not depend on what else runs.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task Evaluating_is_linear()
    {
        await AllocatedBy(groups: 10);

        var (some, twice) = (await AllocatedBy(groups: 100), await AllocatedBy(groups: 200));

        (twice / some).ShouldBeInRange(1.5, 2.3);
    }

    private static async Task<double> AllocatedBy(int groups)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var resources = await Deployment.TestAsync(
            new PromptMocks(),
            new TestOptions(),
            () =>
            {
                var shared = new ComponentResource("my:Platform", "platform");
                var key = new Thing("key", new ThingArgs { Text = "x" }, new() { Parent = shared });
                for (var group = 0; group < groups; group++)
                {
                    var parent = new ComponentResource("my:Model", $"model-{group}");
                    var previous = key;
                    for (var member = 0; member < 10; member++)
                    {
                        var args = new ThingArgs
                        {
                            Text = Output.Format($"{previous.Text}-{member}"),
                            Labels = { key.Text, "a" },
                            Tags = { { "a", "b" } },
                        };
                        previous = new Thing($"thing-{group}-{member}", args, new() { Parent = parent, DependsOn = { shared } });
                    }
                }
            }
        );
        resources.Length.ShouldBe(2 + (11 * groups));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
