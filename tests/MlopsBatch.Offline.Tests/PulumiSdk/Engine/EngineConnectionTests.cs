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
    public Task Without_an_engine_it_says_what_is_missing_or_not_readable() =>
        environment.WithAsync(
            Variables.ToDictionary(name => name, name =>
                name switch
                {
                    "PULUMI_STACK" => "dev",
                    "PULUMI_DRY_RUN" => "perhaps",
                    _ => null,
                }
            ),
            async () =>
            {
                var fault = await Should.ThrowAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

                fault.Message.ShouldBe(
                    "Program run without the Pulumi engine available; re-run using the `pulumi` CLI. Not set, or not readable: "
                        + "PULUMI_MONITOR, PULUMI_ENGINE, PULUMI_PROJECT, PULUMI_DRY_RUN ('perhaps'), PULUMI_QUERY_MODE, PULUMI_PARALLEL."
                );
            }
        );
}
