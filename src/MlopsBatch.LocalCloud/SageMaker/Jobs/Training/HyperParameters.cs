using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

/// <summary>
/// A training job's hyperparameters as the framework containers read them: every value is a text that holds JSON
/// where it can be read so; names with the prefix sagemaker_ are for the container, the others for the script.
/// Source: https://github.com/aws/sagemaker-training-toolkit
/// </summary>
internal sealed class HyperParameters
{
    private const string ContainerPrefix = "sagemaker_";

    public HyperParameters(IReadOnlyDictionary<string, string> raw)
    {
        Raw = raw;
        var decoded = raw.OrderBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(p => p.Key, p => Decode(p.Value), StringComparer.Ordinal);
        ForScript = decoded.Where(p => !p.Key.StartsWith(ContainerPrefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        Program = decoded.GetValueOrDefault("sagemaker_program")?.ToString();
        SubmitDirectory = decoded.GetValueOrDefault("sagemaker_submit_directory")?.ToString();
    }

    /// <summary>As the job was given them.</summary>
    public IReadOnlyDictionary<string, string> Raw { get; }

    /// <summary>What the script gets, decoded, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?> ForScript { get; }

    /// <summary>The script's file name.</summary>
    public string? Program { get; }

    /// <summary>Where the script's archive or folder is: in the container, or an S3 address.</summary>
    public string? SubmitDirectory { get; }

    /// <summary>The script's command line: --name value, or -n value for one letter; by name.</summary>
    public IEnumerable<string> CommandLine() =>
        ForScript.SelectMany(p => new[] { (p.Key.Length == 1 ? "-" : "--") + p.Key, AsText(p.Value) });

    /// <summary>A value as Python would print it.</summary>
    public static string AsText(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null => "None",
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.String => value.GetValue<string>(),
            _ => value.ToJsonString(),
        };

    private static JsonNode? Decode(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
