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
        foreach (var (pipeline, step) in Steps(stack))
        {
            var folders = StepReferences.Uris(step)
                .Select(uri => (folder: layout.FolderOf(uri.Uri["s3://".Length..][(layout.Bucket.Length + 1)..] + "/x"), uri.IsWritten))
                .Where(use => use.folder is not null && use.folder != layout.Scripts)
                .Distinct()
                .ToList();
            if (Input(step, pipeline, layout) is { } input) folders.Insert(0, (input, false));
            if (folders.Count == 0) continue;
            var (name, type) = ((string)step["Name"]!, (string)step["Type"]!);
            var id = $"{pipeline}_{name}".Replace('-', '_');
            boxes.Add(new(id, $"{name}\n{pipeline}", 1, type));
            foreach (var (folder, isWritten) in folders) arrows.Add(isWritten ? new(id, FolderId(folder!), type) : new(FolderId(folder!), id, type));
        }

        return new($"Who reads and writes what in s3://{layout.Bucket}/{layout.Root}/", boxes, arrows, StepKinds.For(boxes.Select(box => box.Kind)));
    }

    /// <summary>The raw data that a pipeline is started with is a parameter, so no URI names its folder.</summary>
    private static S3Folder? Input(JsonNode step, string pipeline, S3Layout layout) =>
        !step.ToJsonString().Contains($"\"Parameters.{ParameterNames.InputKey}\"", StringComparison.Ordinal) || (string)step["Type"]! != "Processing" ? null
        : pipeline.Contains("training", StringComparison.Ordinal) ? layout.TrainingData : layout.InferenceData;

    private static IEnumerable<(string Pipeline, JsonNode Step)> Steps(EvaluatedStack stack) =>
        stack.OfType("aws:sagemaker/pipeline:Pipeline").SelectMany(pipeline => Flatten(JsonNode.Parse(pipeline.Text("pipelineDefinition")!)!["Steps"]!).Select(step => (pipeline.Name, step)));

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
