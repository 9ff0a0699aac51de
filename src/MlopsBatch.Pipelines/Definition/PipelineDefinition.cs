using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition;

/// <summary>
/// A SageMaker pipeline definition (schema 2020-12-01). It declares exactly the parameters that its steps use; a step
/// can only refer to what another step of the definition really has.
/// </summary>
public sealed class PipelineDefinition
{
    /// <summary>SageMaker's limit on a definition given inline, in characters (PipelineDefinition, API reference).</summary>
    public const int MaxLength = 1_048_576;

    private static readonly JsonSerializerOptions Layout = new()
    {
        // Line by line, so that a change in a deployment's preview is as readable as in git; quotes in property
        // paths stay quotes. Nothing of this goes through HTML.
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _json;

    /// <exception cref="ArgumentException">
    /// Two steps or parameters share a name, a value refers to a step that is not in the definition, or the JSON is
    /// over <see cref="MaxLength"/>.
    /// </exception>
    public PipelineDefinition(params IReadOnlyList<Step> steps)
    {
        Steps = steps;
        var all = steps.SelectMany(step => step.AndNested()).ToList();
        foreach (var twice in all.GroupBy(step => step.Name).Where(group => group.Count() > 1))
        {
            throw new ArgumentException($"Two steps are named \"{twice.Key}\".");
        }

        var references = new References();
        var rendered = Json.Array(steps.Select(step => step.ToJson(references)));
        foreach (var missing in references.Steps.Except(all))
        {
            throw new ArgumentException(
                $"A step refers to \"{missing.Name}\", which is not in the definition; it has: "
                    + $"{string.Join(", ", all.Select(step => step.Name))}."
            );
        }

        Parameters = [.. references.Parameters];
        _json = Envelope(rendered).ToJsonString(Layout);
        if (_json.Length > MaxLength)
        {
            throw new ArgumentException($"The definition has {_json.Length} characters; SageMaker takes {MaxLength}.");
        }
    }

    /// <summary>In order of use.</summary>
    public IReadOnlyList<IParameter> Parameters { get; }

    /// <summary>The steps that are not in a condition's branch.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The canonical JSON: the same definition always gives the same characters.</summary>
    public string ToJson() => _json;

    private JsonObject Envelope(JsonArray steps) =>
        new()
        {
            ["Version"] = "2020-12-01",
            ["Metadata"] = new JsonObject(),
            ["Parameters"] = Json.Array(Parameters.Select(parameter => parameter.Declaration())),
            // Null: executions are found in the pipeline itself and don't each make an experiment and a trial as well.
            ["PipelineExperimentConfig"] = null,
            ["Steps"] = steps,
        };
}
