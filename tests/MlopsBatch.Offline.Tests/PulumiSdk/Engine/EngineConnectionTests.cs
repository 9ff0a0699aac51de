using Pulumi;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>A program that is really run.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class EngineConnectionTests(ProcessEnvironment environment)
{
    private static readonly string[] Variables =
    [
        "PULUMI_MONITOR",
        "PULUMI_ENGINE",
        "PULUMI_PROJECT",
        "PULUMI_STACK",
        "PULUMI_DRY_RUN",
        "PULUMI_QUERY_MODE",
        "PULUMI_PARALLEL",
    ];

    [Fact]
    public Task Without_an_engine_it_says_what_is_missing() =>
        environment.WithAsync(
            Variables.ToDictionary(name => name, name => name == "PULUMI_STACK" ? "dev" : null),
            async () =>
            {
                var fault = await Should.ThrowAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

                fault.Message.ShouldBe(
                    "Program run without the Pulumi engine available; re-run using the `pulumi` CLI. "
                        + "Not set: PULUMI_MONITOR, PULUMI_ENGINE, PULUMI_PROJECT, PULUMI_DRY_RUN, PULUMI_QUERY_MODE, PULUMI_PARALLEL."
                );
            }
        );

    [Fact]
    public Task With_an_engine_it_says_how_to_get_the_packages_that_can_talk_to_it() =>
        environment.WithAsync(
            Variables.ToDictionary(name => name, string? (_) => "1"),
            async () =>
            {
                var fault = await Should.ThrowAsync<InvalidOperationException>(() => Deployment.RunAsync(() => Task.CompletedTask));

                fault.Message.ShouldContain("export PackageFeed=nuget");
            }
        );
}
