using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Checks;
using MlopsBatch.Checks.Limits;
using MlopsBatch.Checks.Security;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Inspection;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops check</c>: configuration, security checklist, AWS's limits and what given resources need.</summary>
internal static class CheckCommand
{
    public static Command Create(CliContext context)
    {
        var options = new StackOptions();
        var json = new Option<bool>("--json") { Description = "Print the rows as JSON." };
        var command = new Command(
            "check",
            "Check a stack's configuration, its resources against the security checklist and AWS's limits, and say what "
                + "given resources need. Exit code 1 if a row fails."
        )
        {
            options.Stack,
            options.Approved,
            json,
        };
        command.SetAction(
            async (result, _) =>
            {
                var told = options.Read(context, result);
                var stack = await options.EvaluateAsync(context, result);
                IReadOnlyList<CheckResult> security = SecurityChecklist.Judge(stack, Waivers.All);
                IReadOnlyList<CheckResult> limits = AwsLimits.Judge(stack, told.Settings.EventRuleQuota);
                if (result.GetValue(json))
                {
                    context.Out.WriteLine(
                        JsonSerializer.Serialize(
                            new
                            {
                                stack = stack.Name,
                                security,
                                limits,
                                requirements = stack.Outputs["requirements"],
                                sample = new
                                {
                                    SecurityChecklist.SampleScore.Pass,
                                    SecurityChecklist.SampleScore.Half,
                                    SecurityChecklist.SampleScore.Fail,
                                },
                            },
                            CliJson.Indented
                        )
                    );
                }
                else
                {
                    Print(context, stack, security, limits);
                }

                return security.Concat(limits).Any(row => row.Outcome == CheckOutcome.Fail) ? 1 : 0;
            }
        );
        return command;
    }

    private static void Print(
        CliContext context,
        EvaluatedStack stack,
        IReadOnlyList<CheckResult> security,
        IReadOnlyList<CheckResult> limits
    )
    {
        var console = context.Console;
        console.MarkupLineInterpolated(
            $"[bold]{stack.Name}[/]: the configuration is right; {stack.Resources.Count(resource => !resource.IsComponent)} resources"
        );
        foreach (var row in security.Concat(limits))
        {
            Print(console, row);
        }

        foreach (var requirement in (stack.Outputs["requirements"] as JsonArray ?? []).OfType<JsonObject>())
        {
            console.MarkupLineInterpolated(
                $"[yellow]given  [/]  {requirement["resource"]!.ToString()} needs {requirement["needs"]!.ToString()}:"
            );
            // Past the console, which would break a long line in the middle of a word: this is for pasting.
            context.Out.WriteLine(requirement["paste"]!.ToString());
        }

        int Of(CheckOutcome outcome) => security.Count(row => row.Outcome == outcome);
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
        foreach (var offender in row.Offenders)
        {
            console.MarkupLineInterpolated($"                                 [red]{offender}[/]");
        }

        foreach (var waiver in row.Waivers)
        {
            console.MarkupLineInterpolated(
                $"                                 [grey]{waiver.Resource}: {waiver.Reason} ({waiver.Owner}, {waiver.Date:yyyy-MM-dd})[/]"
            );
        }
    }
}
