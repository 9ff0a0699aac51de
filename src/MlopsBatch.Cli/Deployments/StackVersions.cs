using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Cli.Machine;

namespace MlopsBatch.Cli.Deployments;

/// <summary>The versions that a stack has: its output <c>modelVersions</c>, model to ARN, models without a version left out.</summary>
internal static class StackVersions
{
    public const string Output = "modelVersions";

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Reads what <c>pulumi stack output --json</c> wrote.</summary>
    /// <param name="path">The file; it may be missing or empty, as after a job that failed before it could write it.</param>
    /// <returns>Null if the file doesn't tell, such as of a stack that was deployed before it had this output.</returns>
    /// <exception cref="MachineException">It holds something else than outputs.</exception>
    public static IReadOnlyDictionary<string, string>? Read(string? path)
    {
        if (path is null || new FileInfo(path) is not { Exists: true, Length: > 0 } file)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file.FullName));
            return
                !json.RootElement.EnumerateObject().Any() ? None
                : json.RootElement.TryGetProperty(Output, out var versions) ? versions.Deserialize<Dictionary<string, string>>()
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new MachineException(
                $"{path} doesn't hold a stack's outputs: {JsonFaults.Words(fault)}. Make it with 'pulumi stack output --json --stack NAME > {path}'."
            );
        }
    }
}
