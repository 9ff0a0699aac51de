using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Settings;

/// <summary>
/// The file <c>settings.json</c> in the functions' Lambda layer: what is static. The stack writes it with
/// <see cref="ToJson"/>, the functions read it with <see cref="Parse"/>; ARNs and secrets are in the environment.
/// </summary>
public sealed record LambdaSettings
{
    // What has a default has a setter: generated code for init sets it to null or false when the file leaves it out.

    /// <summary>File name in the layer; Lambda unpacks it to <see cref="Functions.EnvironmentVariables.DefaultSettingsFile"/>.</summary>
    public const string FileName = "settings.json";

    [JsonPropertyName("notifyOn")]
    public NotifyOn NotifyOn { get; set; } = NotifyOn.Failures;

    [JsonPropertyName("custom")]
    public IReadOnlyList<CustomMessage> Custom { get; set; } = [];

    [JsonPropertyName("models")]
    public IReadOnlyList<ModelSettings> Models { get; set; } = [];

    /// <summary>Whether topics have subscribers that want a message as JSON for chats, beside people with mailboxes.</summary>
    [JsonPropertyName("hasWebhooks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasWebhooks { get; set; }

    /// <summary>Id of the SageMaker Studio domain (<c>d-…</c>), for links straight into it; null links to the console.</summary>
    [JsonPropertyName("studioDomainId")]
    public string? StudioDomainId { get; init; }

    public ModelSettings? ByPipeline(string? pipelineName) =>
        pipelineName is null ? null : Models.FirstOrDefault(m => m.OwnsPipeline(pipelineName));

    public ModelSettings? ByPackageGroup(string? group) =>
        group is null ? null : Models.FirstOrDefault(m => m.PackageGroup.Equals(group, StringComparison.OrdinalIgnoreCase));

    /// <summary>The custom message for a step's status, or null.</summary>
    public CustomMessage? MessageFor(string stepName, string stepStatus) => Custom.FirstOrDefault(c => c.Matches(stepName, stepStatus));

    /// <summary>The file's text: same settings, same bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SettingsJsonContext.Default.LambdaSettings);

    // The reader lets null through where a list, an element or a needed text belongs.
    private IEnumerable<string> Nulls()
    {
        var lists = new List<string>();
        At("custom", Custom, m => [("stepName", m.StepName), ("stepStatus", m.StepStatus), ("stepCustomMessage", m.StepCustomMessage)]);
        At(
            "models",
            Models,
            m =>
                [
                    ("name", m.Name),
                    ("packageGroup", m.PackageGroup),
                    ("bucket", m.Bucket),
                    ("bucketPrefix", m.BucketPrefix),
                    ("responsible", m.Responsible is null || m.Responsible.Contains(null!) ? null : m.Responsible),
                    ("retrainingRules", m.RetrainingRules is null || m.RetrainingRules.Contains(null!) ? null : m.RetrainingRules),
                ]
        );
        return lists;

        void At<T>(string name, IReadOnlyList<T>? list, Func<T, IEnumerable<(string Name, object? Value)>> needed)
        {
            if (list is null)
            {
                lists.Add($"$.{name}");
                return;
            }

            for (var i = 0; i < list.Count; i++)
            {
                lists.AddRange(
                    list[i] is { } element
                        ? needed(element).Where(part => part.Value is null).Select(part => $"$.{name}[{i}].{part.Name}")
                        : [$"$.{name}[{i}]"]
                );
            }
        }
    }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="FormatException">The text is no valid settings file; the message says where.</exception>
    public static LambdaSettings Parse(string json)
    {
        try
        {
            var settings =
                JsonSerializer.Deserialize(json, SettingsJsonContext.Default.LambdaSettings)
                ?? throw new FormatException("the settings are 'null', need a JSON object");
            var nulls = settings.Nulls().ToArray();
            return nulls.Length == 0
                ? settings
                : throw new FormatException($"the settings have 'null' at {string.Join(", ", nulls)}, where a value is needed");
        }
        catch (JsonException e)
        {
            throw new FormatException($"the settings are malformed at {e.Path ?? "$"}: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair, which no text can hold.
            throw new FormatException($"the settings are malformed: {e.Message}", e);
        }
    }
}
