using MlopsBatch.Pipelines.Definition.Steps;
using Spectre.Console;

namespace MlopsBatch.Cli.PipelineViews;

/// <summary>Draws a pipeline as <c>mlops pipelines show</c> prints it.</summary>
internal static class PipelineTree
{
    public static Tree Of(PipelineView pipeline)
    {
        var tree = new Tree(Markup.FromInterpolated($"[bold]{pipeline.Name}[/]"));
        var parameters = tree.AddNode("[grey]parameters[/]");
        foreach (var parameter in pipeline.Parameters)
        {
            var allowed = parameter.Allowed is null ? "" : $" (one of {string.Join(", ", parameter.Allowed)})";
            parameters.AddNode(Markup.FromInterpolated($"{parameter.Name} = {parameter.Default}[grey]{allowed}[/]"));
        }

        foreach (var step in pipeline.Steps)
        {
            Add(tree, step);
        }

        return tree;
    }

    private static void Add(IHasTreeNodes parent, StepView step)
    {
        var after = step.After.Count == 0 ? "" : $"  after {string.Join(", ", step.After)}";
        var node = parent.AddNode(Markup.FromInterpolated($"[green]{step.Name}[/] ({step.Type})[grey]{after}[/]"));
        foreach (var port in step.Inputs)
        {
            node.AddNode(Port("<-", port));
        }

        foreach (var port in step.Outputs)
        {
            node.AddNode(Port("->", port));
        }

        AddBranch(node, "if", step.If);
        AddBranch(node, "else", step.Else);
    }

    private static void AddBranch(TreeNode parent, string name, IReadOnlyList<StepView>? steps)
    {
        if (steps is null or [])
        {
            return;
        }

        var branch = parent.AddNode(Markup.FromInterpolated($"[yellow]{name}[/]"));
        foreach (var step in steps)
        {
            Add(branch, step);
        }
    }

    private static Markup Port(string arrow, StepPort port) =>
        Markup.FromInterpolated($"[grey]{arrow}[/] {port.Name}  [grey]{port.Value}[/]");
}
