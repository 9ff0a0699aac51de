using System.Text.Json.Nodes;
using MlopsBatch.Inspection;

namespace MlopsBatch.Diagrams;

/// <summary>The steps of every pipeline of a stack, read off the definitions that it declares.</summary>
public static class PipelinesDiagram
{
    public static Diagram Of(EvaluatedStack stack)
    {
        var boxes = new List<DiagramBox>();
        var arrows = new List<DiagramArrow>();
        foreach (var (band, pipeline) in stack.OfType("aws:sagemaker/pipeline:Pipeline").Index())
        {
            var steps = Steps(JsonNode.Parse(pipeline.Text("pipelineDefinition")!)!["Steps"]!).ToList();
            var names = steps.Select(step => step.Name).ToHashSet();
            var depth = Depths(steps);
            boxes.AddRange(steps.Select(step => new DiagramBox(Id(pipeline.Name, step.Name), $"{step.Name}\n{step.Type}\n{pipeline.Name}", depth[step.Name], step.Type, band)));
            arrows.AddRange(from step in steps
                            from before in Direct(step, steps)
                            where names.Contains(before)
                            select new DiagramArrow(Id(pipeline.Name, before), Id(pipeline.Name, step.Name), step.Type, step.Branch(before)));
        }

        return new($"Pipelines of stack {stack.Name}", boxes, arrows, StepKinds.For(boxes.Select(box => box.Kind)));
    }

    private static IEnumerable<DrawnStep> Steps(JsonNode steps, string? condition = null, string branch = "") => ((JsonArray)steps).SelectMany(step =>
    {
        var name = (string)step!["Name"]!;
        var before = StepReferences.Steps(step).ToList();
        if (condition is not null) before.Add(condition);
        var own = new DrawnStep(name, (string)step["Type"]!, before, condition, branch);
        var arguments = (JsonObject)step["Arguments"]!;
        return new[] { ("IfSteps", "yes"), ("ElseSteps", "no") }
            .Where(kind => arguments.ContainsKey(kind.Item1))
            .SelectMany(kind => Steps(arguments[kind.Item1]!, name, kind.Item2))
            .Prepend(own);
    });

    /// <summary>What a step comes after, without what comes before that anyway.</summary>
    private static IEnumerable<string> Direct(DrawnStep step, List<DrawnStep> steps)
    {
        var byName = steps.ToDictionary(other => other.Name);
        HashSet<string> Earlier(string name) => [.. byName[name].Before.Where(byName.ContainsKey).SelectMany(before => Earlier(before).Append(before))];
        var earlier = step.Before.Where(byName.ContainsKey).SelectMany(Earlier).ToHashSet();
        return step.Before.Distinct().Where(before => !earlier.Contains(before));
    }

    /// <summary>The longest way from a beginning to each step.</summary>
    private static Dictionary<string, int> Depths(List<DrawnStep> steps)
    {
        var byName = steps.ToDictionary(step => step.Name);
        var depths = new Dictionary<string, int>();
        int Depth(string name) => depths.TryGetValue(name, out var known) ? known
            : depths[name] = byName[name].Before.Where(byName.ContainsKey).Select(before => Depth(before) + 1).DefaultIfEmpty(0).Max();
        foreach (var step in steps) Depth(step.Name);
        return depths;
    }

    private static string Id(string pipeline, string step) => $"{pipeline}_{step}".Replace('-', '_');

    private sealed record DrawnStep(string Name, string Type, IReadOnlyList<string> Before, string? Condition, string Way)
    {
        public string Branch(string before) => before == Condition ? Way : "";
    }
}
