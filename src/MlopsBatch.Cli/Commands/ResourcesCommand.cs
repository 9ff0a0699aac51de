using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Inspection;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops resources</c>: what a stack declares, evaluated on this machine.</summary>
internal static class ResourcesCommand
{
    public static Command Create(CliContext context)
    {
        var options = new StackOptions();
        var json = new Option<bool>("--json")
        {
            Description = "Print the resources, with their inputs under wire names, and the outputs as JSON.",
        };
        var command = new Command("resources", "Evaluate a stack without AWS and without the Pulumi CLI, and print what it declares.")
        {
            options.Stack,
            options.Approved,
            json,
        };
        command.SetAction(
            async (result, _) =>
            {
                var stack = await options.EvaluateAsync(context, result);
                if (result.GetValue(json))
                {
                    context.Out.WriteLine(stack.ToJson().ToJsonString(CliJson.Indented));
                }
                else
                {
                    Print(context.Console, stack);
                }

                return 0;
            }
        );
        return command;
    }

    private static void Print(IAnsiConsole console, EvaluatedStack stack)
    {
        var tree = new Tree(
            Markup.Escape(
                $"{stack.Name}: {stack.Resources.Count(resource => !resource.IsComponent)} resources, "
                    + $"{stack.Resources.Count(resource => resource.Protect && !resource.IsComponent)} protected"
            )
        );
        Add(tree, stack, parent: null);
        console.Write(tree);
    }

    private static void Add(IHasTreeNodes node, EvaluatedStack stack, string? parent)
    {
        foreach (var resource in stack.Resources.Where(resource => resource.Parent == parent))
        {
            var child = node.AddNode(Describe(resource, stack));
            if (resource.IsComponent)
            {
                Add(child, stack, resource.Urn);
            }
        }
    }

    private static string Describe(RecordedResource resource, EvaluatedStack stack)
    {
        if (resource.IsComponent)
        {
            var inside = stack.Resources.Count(other => !other.IsComponent && IsBelow(other, resource, stack));
            return $"[bold]{Markup.Escape(resource.Name)}[/] [grey]{Markup.Escape(resource.Type.Split(':')[^1])}, {inside} resources[/]";
        }

        var size = resource.Text("pipelineDefinition") is { } definition ? $", definition of {definition.Length:N0} characters" : "";
        return $"{Markup.Escape(resource.Name)} "
            + $"[grey]{Markup.Escape(resource.Type.Split(':')[^1])}{size}[/]{(resource.Protect ? " [yellow]protected[/]" : "")}";
    }

    private static bool IsBelow(RecordedResource resource, RecordedResource component, EvaluatedStack stack)
    {
        for (
            var parent = resource.Parent;
            parent is not null;
            parent = stack.Resources.FirstOrDefault(other => other.Urn == parent)?.Parent
        )
        {
            if (parent == component.Urn)
            {
                return true;
            }
        }

        return false;
    }
}
