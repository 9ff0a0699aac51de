using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Checks;
using MlopsBatch.Checks.Installation;
using MlopsBatch.Checks.Security;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Inspection;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops check</c>: configuration, security checklist, AWS's limits and what given resources need.</summary>
internal static class CheckCommand
{
    public static Command Create(CliContext context)
    {
        var options = new StackOptions(isRequired: false);
        var all = new Option<bool>("--all")
        {
            Description = "Check every stack of the project, and that they agree with one another. All of their faults are printed.",
        };
        var json = new Option<bool>("--json") { Description = "Print the rows as JSON." };
        var command = new Command(
            "check",
            "Check a stack's configuration, its resources against the security checklist and AWS's limits, and say what "
                + "given resources need. Exit code 1 if a row fails; warnings don't fail."
        )
        {
            options.Stack,
            all,
            options.Approved,
            json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Stack) is null && !result.GetValue(all))
            {
                result.AddError("Option '--stack' is required, or '--all'.");
            }
        });
        command.SetAction(
            async (result, _) =>
            {
                string[] stacks = result.GetValue(all)
                    ? [.. StackFile.Names(context.ProjectRoot)]
                    : [result.GetRequiredValue(options.Stack)];
                var checkedStacks = new List<CheckedStack>();
                foreach (var stack in stacks)
                {
                    checkedStacks.Add(await CheckedStack.OfAsync(context, options, stack, result));
                }

                IReadOnlyList<Fault> between = InstallationCheck.Compare(
                    [.. checkedStacks.Select(stack => stack.Installed).OfType<InstallationStack>()]
                );
                if (!result.GetValue(all) && checkedStacks is [{ Failure: { } failure }])
                {
                    throw failure;
                }

                if (result.GetValue(json))
                {
                    object views = result.GetValue(all)
                        ? new { stacks = checkedStacks.Select(stack => stack.View()), between = FaultView.Of(between) }
                        : checkedStacks[0].View();
                    context.Out.WriteLine(JsonSerializer.Serialize(views, CliJson.Indented));
                }
                else
                {
                    foreach (var stack in checkedStacks)
                    {
                        Print(context, stack);
                    }

                    Print(context, between);
                }

                return checkedStacks.Any(stack => stack.Fails) || between.Any(fault => !fault.IsWarning)
                    ? ExitCodes.Failure
                    : ExitCodes.Success;
            }
        );
        return command;
    }

    private static void Print(CliContext context, CheckedStack stack)
    {
        if (stack.Failure is { } failure)
        {
            context.Error.WriteLine(failure.Message);
        }

        if (stack.Evaluated is { } evaluated)
        {
            Print(context, evaluated, stack);
        }

        Print(context, [.. stack.Expired, .. stack.Warnings]);
    }

    /// <summary>Past the console, which would break their commands in the middle of a word.</summary>
    private static void Print(CliContext context, IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            (fault.IsWarning ? context.Out : context.Error).WriteLine($"{(fault.IsWarning ? "warning: " : "")}{fault}");
        }
    }

    private static void Print(CliContext context, EvaluatedStack evaluated, CheckedStack stack)
    {
        var console = context.Console;
        var count = evaluated.Resources.Count(resource => !resource.IsComponent);
        console.MarkupLineInterpolated($"[bold]{evaluated.Name}[/]: the configuration is right; {count} resources");
        foreach (var row in stack.Security.Concat(stack.Limits))
        {
            Print(console, row);
        }

        foreach (var requirement in (evaluated.Outputs["requirements"] as JsonArray ?? []).OfType<JsonObject>())
        {
            console.MarkupLineInterpolated(
                $"[yellow]given  [/]  {requirement["resource"]!.ToString()} needs {requirement["needs"]!.ToString()}:"
            );
            // Past the console, which would break a long line in the middle of a word: this is for pasting.
            context.Out.WriteLine(requirement["paste"]!.ToString());
        }

        foreach (var unseen in stack.Unseen)
        {
            console.MarkupLineInterpolated($"[grey]unseen [/]  {unseen.What}. {unseen.Means} [grey]{unseen.See}[/]");
        }

        int Of(CheckOutcome outcome) => stack.Security.Count(row => row.Outcome == outcome);
        var (pass, half, fail) = SecurityChecklist.SampleScore;
        console.MarkupInterpolated($"Security: {Of(CheckOutcome.Pass)} pass, {Of(CheckOutcome.Waived)} waived with a reason, ");
        console.MarkupLineInterpolated($"{Of(CheckOutcome.Fail)} fail, {Of(CheckOutcome.NotApplicable)} about nothing in this stack.");
        console.MarkupLineInterpolated($"The public sample: {pass} pass, {half} half, {fail} fail.");
    }

    private static void Print(IAnsiConsole console, CheckResult row)
    {
        var (word, colour) = row.Outcome switch
        {
            CheckOutcome.Pass => ("pass   ", "green"),
            CheckOutcome.Waived => ("waived ", "yellow"),
            CheckOutcome.NotApplicable => ("nothing", "grey"),
            _ => ("FAIL   ", "red"),
        };
        console.MarkupLineInterpolated($"[{colour}]{word}[/]  {row.Row,-11} {row.Area,-11} {row.Demand}");
        foreach (var offender in row.Evidence.Where(one => row.Offenders.Contains(one.Resource)))
        {
            var because = offender.Because is null ? "" : $": {offender.Because}";
            console.MarkupLineInterpolated($"                                 [red]{offender.Resource}[/]{because}");
        }

        foreach (var waiver in row.Waivers)
        {
            console.MarkupLineInterpolated(
                $"                                 [grey]{waiver.Resource}: {waiver.Reason}{Signed(waiver)}[/]"
            );
        }
    }

    /// <summary>Reasons of the product carry nobody's name.</summary>
    private static string Signed(Waiver waiver) => waiver.Owner is null ? "" : $" ({waiver.Owner}, until {waiver.Until:yyyy-MM-dd})";
}
