namespace Pulumi.Engine;

/// <summary>Finds the engine that started the program.</summary>
internal static class EngineConnection
{
    private static readonly string[] Needed =
    [
        "PULUMI_MONITOR",
        "PULUMI_ENGINE",
        "PULUMI_PROJECT",
        "PULUMI_STACK",
        "PULUMI_DRY_RUN",
        "PULUMI_QUERY_MODE",
        "PULUMI_PARALLEL",
    ];

    /// <summary>A deployment on the engine that the environment names.</summary>
    /// <exception cref="InvalidOperationException">There is none, or these packages can't talk to it.</exception>
    public static Deployment Open()
    {
        var missing = Needed.Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidOperationException(
                $"Program run without the Pulumi engine available; re-run using the `pulumi` CLI. Not set: {string.Join(", ", missing)}."
            );
        }

        throw new InvalidOperationException(
            "This program was built with MlopsBatch's offline stand-in of the Pulumi SDK, which evaluates and tests "
                + "stacks but does not talk to Pulumi's engine. "
                + Deployment.UseOfficialPackages
        );
    }
}
