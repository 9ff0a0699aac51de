using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Diagrams;

/// <summary>Every prefix of the S3 layout with the steps that read and write it, arrows coloured by type of step.</summary>
public static class FoldersDiagram
{
    /// <param name="stack">What is declared.</param>
    /// <param name="layout">The layout of the model that is drawn.</param>
    public static Diagram Of(EvaluatedStack stack, S3Layout layout)
    {
        var boxes = new List<DiagramBox>();
        var arrows = new List<DiagramArrow>();
        foreach (var folder in layout.Folders.Where(folder => folder != layout.Scripts)) boxes.Add(new(FolderId(folder), $"{folder.Path[(layout.Root.Length + 1)..]}/\n{Describe(folder)}", IsFed(folder) ? 0 : 2, StepKinds.Folder));
        foreach (var pipeline in stack.OfType("aws:sagemaker/pipeline:Pipeline"))
        {
            var steps = Flatten(JsonNode.Parse(pipeline.Text("pipelineDefinition")!)!["Steps"]!).ToDictionary(step => (string)step["Name"]!);
            foreach (var (name, step) in steps)
            {
                var (id, type) = ($"{pipeline.Name}_{name}".Replace('-', '_'), (string)step["Type"]!);
                var read = Folders(StepReferences.Reads(step, steps), layout).ToList();
                // The object that a run is started with is a parameter, so no URI names its folder.
                if (StepReferences.ReadsInput(step)) read.Insert(0, name == StepNames.TrainingPreProcess ? layout.TrainingData : layout.InferenceData);
                var written = Folders(StepReferences.Writes(step).Select(output => output.Uri), layout).ToList();
                if (read.Count + written.Count == 0 || type is "Condition" or "Fail") continue;
                boxes.Add(new(id, $"{name}\n{pipeline.Name}", 1, type));
                arrows.AddRange(read.Select(folder => new DiagramArrow(FolderId(folder), id, type)));
                arrows.AddRange(written.Select(folder => new DiagramArrow(id, FolderId(folder), type)));
            }
        }

        return new($"Who reads and writes what in s3://{layout.Bucket}/{layout.Root}/", boxes, arrows, StepKinds.For(boxes.Select(box => box.Kind)));
    }

    private static IEnumerable<S3Folder> Folders(IEnumerable<string> uris, S3Layout layout) => uris
        .Where(uri => uri.StartsWith($"s3://{layout.Bucket}/", StringComparison.Ordinal))
        .Select(uri => layout.FolderOf($"{uri[$"s3://{layout.Bucket}/".Length..].TrimEnd('/')}/x"))
        .OfType<S3Folder>()
        .Where(folder => folder != layout.Scripts)
        .Distinct();

    private static IEnumerable<JsonNode> Flatten(JsonNode steps) => ((JsonArray)steps).SelectMany(step =>
        new[] { "IfSteps", "ElseSteps" }.Select(branch => step!["Arguments"]![branch]).OfType<JsonArray>().SelectMany(Flatten).Prepend(step!));

    private static bool IsFed(S3Folder folder) => folder.Lifecycle == LifecycleClass.Supplied;

    private static string Describe(S3Folder folder) => folder.Lifecycle switch
    {
        LifecycleClass.Supplied => "put there by people",
        LifecycleClass.Transient => "by execution, expires",
        _ => "by execution, kept",
    };

    private static string FolderId(S3Folder folder) => $"folder_{new string([.. folder.Path.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')])}";
}
