using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// What a target gets of an event.
/// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
/// </summary>
internal static partial class TargetInput
{
    public static string Of(EventTarget target, JsonObject happened, EventRule rule) =>
        target switch
        {
            { Input: { } constant } => constant,
            { InputPath: { } path } => EventPath.Find(happened, path)?.ToJsonString() ?? "null",
            { InputTemplate: { } template } => Fill(template, target, happened, rule),
            _ => happened.ToJsonString(),
        };

    private static string Fill(string template, EventTarget target, JsonObject happened, EventRule rule)
    {
        // In a JSON template a text stands in quotes that are the template's own, or gets them here.
        var isJson = template.TrimStart().StartsWith('{') || template.TrimStart().StartsWith('[');
        return Placeholder()
            .Replace(
                template,
                match =>
                {
                    var quoted = match.Groups["open"].Success;
                    var value = Value(match.Groups["name"].Value, target, happened, rule);
                    var text = EventPath.Text(value);
                    return isJson && !quoted ? value?.ToJsonString() ?? "null"
                        : isJson ? $"\"{JsonEncodedText.Encode(text)}\""
                        : quoted ? $"\"{text}\""
                        : text;
                }
            );
    }

    private static JsonNode? Value(string name, EventTarget target, JsonObject happened, EventRule rule) =>
        name switch
        {
            "aws.events.rule-arn" => rule.Arn,
            "aws.events.rule-name" => rule.Name,
            "aws.events.event" or "aws.events.event.json" => happened.DeepClone(),
            "aws.events.event.ingestion-time" => happened["time"]?.DeepClone(),
            _ => target.InputPaths.TryGetValue(name, out var path) ? EventPath.Find(happened, path) : null,
        };

    [GeneratedRegex("(?<open>\")?<(?<name>[A-Za-z0-9_.-]+)>(?(open)\")", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
