using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Values;

/// <summary>Puts values in place of the functions in a step's arguments, when the step starts.</summary>
/// <param name="source">The execution's parameters, variables and step properties.</param>
/// <param name="s3">Holds the property files.</param>
internal sealed class ValueResolver(IValueSource source, LocalS3 s3)
{
    /// <summary>A copy of the node without functions.</summary>
    /// <exception cref="StepFailedException">A value isn't there, or doesn't fit.</exception>
    public JsonNode? Resolve(JsonNode? node)
    {
        if (PipelineFunction.TryRead(node, out var function, out var argument))
        {
            return function switch
            {
                PipelineFunction.Get => Get(argument!.ToString()),
                PipelineFunction.Join => Join((JsonObject)argument!),
                _ => JsonGet((JsonObject)argument!),
            };
        }
        return node switch
        {
            JsonObject item => new JsonObject(item.Select(p => KeyValuePair.Create(p.Key, Resolve(p.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Resolve)]),
            _ => node?.DeepClone(),
        };
    }

    private JsonNode? Get(string target)
    {
        var rest = target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..];
        switch (target.Split('.')[0])
        {
            case "Parameters":
                return source.Parameters[rest]?.DeepClone();
            case "Execution":
                return source.Variable(rest);
            default:
                _ = PropertyPath.TryParse(rest, out var path);
                return PropertyPath.TryFollow(source.Properties(path![0].Name!), path.Skip(1), out var value)
                    ? value?.DeepClone()
                    : throw StepFailedException.Client($"'{target}' has no value: step '{path[0].Name}' did not set that property.");
        }
    }

    private JsonNode Join(JsonObject join)
    {
        var parts = ((JsonArray)join["Values"]!).Select(item => Text(Resolve(item), join));
        return string.Join(join["On"]!.ToString(), parts);
    }

    private static string Text(JsonNode? value, JsonObject join) =>
        value switch
        {
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
            JsonValue scalar => scalar.ToJsonString(),
            _ => throw StepFailedException.Client(
                $"Std:Join needs texts, numbers or booleans, got {value?.ToJsonString() ?? "null"} in {join.ToJsonString()}."
            ),
        };

    private JsonNode? JsonGet(JsonObject get)
    {
        var uri = get["S3Uri"] is { } address
            ? S3Uri.Parse(Text(Resolve(address), get))
            : PropertyFileUri(get["PropertyFile"]!["Get"]!.ToString().Split('.'));
        if (s3.Find(uri) is null)
        {
            throw StepFailedException.Client($"Std:JsonGet can't read '{uri}': there is no such object. Does the script write that file?");
        }
        _ = PropertyPath.TryParse(get["Path"]!.ToString(), out var path);
        try
        {
            var content = JsonNode.Parse(s3.Bucket(uri.Bucket).ReadText(uri.Key));
            if (PropertyPath.TryFollow(content, path!, out var value) && value is JsonValue)
            {
                return value.DeepClone();
            }
        }
        catch (JsonException error)
        {
            throw StepFailedException.Client($"Std:JsonGet can't read '{uri}': it is no JSON ({error.Message}).");
        }
        throw StepFailedException.Client($"Std:JsonGet finds no text, number or boolean at '{get["Path"]}' in '{uri}'.");
    }

    private S3Uri PropertyFileUri(string[] reference)
    {
        var step = source.Step(reference[1]);
        var file = step.PropertyFiles.First(item => item.Name == reference[3]);
        PropertyPath.TryFollow(
            source.Properties(step.Name),
            [
                new("ProcessingOutputConfig", null, false),
                new("Outputs", null, false),
                new(file.OutputName, null, true),
                new("S3Output", null, false),
                new("S3Uri", null, false),
            ],
            out var folder
        );
        return S3Uri.Parse(folder!.ToString()).Append(file.FilePath);
    }
}
