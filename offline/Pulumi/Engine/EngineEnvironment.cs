using System.Globalization;

namespace Pulumi.Engine;

/// <summary>What the engine tells a program that it starts, in the process's environment.</summary>
/// <param name="Monitor">Host and port of the service that takes registrations.</param>
/// <param name="Engine">Host and port of the service that takes log lines.</param>
/// <param name="Settings">The deployment.</param>
internal sealed record EngineEnvironment(string Monitor, string Engine, DeploymentSettings Settings)
{
    /// <exception cref="InvalidOperationException">The program was not started by an engine; the message says what is missing.</exception>
    public static EngineEnvironment Read(Func<string, string?> variable)
    {
        var faults = new List<string>();
        var environment = new EngineEnvironment(
            Needed("PULUMI_MONITOR"),
            Needed("PULUMI_ENGINE"),
            new(
                variable("PULUMI_ORGANIZATION") is { Length: > 0 } organization ? organization : "organization",
                Needed("PULUMI_PROJECT"),
                Needed("PULUMI_STACK"),
                variable("PULUMI_ROOT_DIRECTORY") is { Length: > 0 } root ? root : Environment.CurrentDirectory,
                Parsed<bool>("PULUMI_DRY_RUN", bool.TryParse)
            )
        );
        _ = Parsed<bool>("PULUMI_QUERY_MODE", bool.TryParse);
        _ = Parsed("PULUMI_PARALLEL", (string text, out int value) => int.TryParse(text, CultureInfo.InvariantCulture, out value));
        return faults.Count == 0
            ? environment
            : throw new InvalidOperationException(
                "Program run without the Pulumi engine available; re-run using the `pulumi` CLI. Not set, or not readable: "
                    + $"{string.Join(", ", faults)}."
            );

        string Needed(string name)
        {
            if (variable(name) is { Length: > 0 } value)
            {
                return value;
            }

            faults.Add(name);
            return "";
        }

        T Parsed<T>(string name, Parser<T> parse)
            where T : struct
        {
            var text = Needed(name);
            T value = default;
            if (text.Length > 0 && !parse(text, out value))
            {
                faults.Add($"{name} ('{text}')");
            }

            return value;
        }
    }

    private delegate bool Parser<T>(string text, out T value);
}
