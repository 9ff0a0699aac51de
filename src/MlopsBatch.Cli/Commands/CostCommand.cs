using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Costs;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops cost</c>: what a stack costs a month and a run, estimated from what it declares; needs no AWS.</summary>
internal static class CostCommand
{
    private const int Most = 100_000;

    public static Command Create(CliContext context)
    {
        var stack = new StackOptions(isRequired: false);
        var minutes = InvariantNumber.Option("--minutes", "Billed minutes of a job, its start included. Default: 5.");
        var batches = InvariantNumber.Whole("--batches", "Batches a month. Default: as the schedule fires, else 30.", 0, Most);
        var trainings = InvariantNumber.Whole("--trainings", "Trainings a month. Default: as the schedule fires, else 1.", 0, Most);
        var tunings = InvariantNumber.Whole("--tunings", "Tunings a month.", 0, Most, 1);
        var prices = new Option<FileInfo?>("--prices")
        {
            Description = "Your own prices, in the form that --print-prices shows. Default: the project's dated table.",
            HelpName = "FILE",
        };
        var print = new Option<bool>("--print-prices") { Description = "Print the project's table of prices, and nothing else." };
        var json = new Option<bool>("--json") { Description = "Print the estimate as JSON." };
        const string What = "Estimate what a stack costs a month and a run, from what it declares and a dated table of prices.";
        var command = new Command("cost", What)
        {
            stack.Stack,
            minutes,
            batches,
            trainings,
            tunings,
            prices,
            print,
            json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(stack.Stack) is null && !result.GetValue(print))
            {
                result.AddError("--stack is needed: name the stack whose cost is estimated.");
            }

            if (result.GetValue(minutes) is <= 0)
            {
                result.AddError("--minutes: needs a number above 0.");
            }
        });
        command.SetAction(
            async (result, _) =>
            {
                if (result.GetValue(print))
                {
                    context.Out.Write(PriceTable.ShippedText());
                    return ExitCodes.Success;
                }

                var told = StackOptions.Read(context, result.GetRequiredValue(stack.Stack));
                var table = PriceTable.Read(result.GetValue(prices));
                var region = table.Of(told.Region);
                var assumed = new CostAssumptions(
                    result.GetValue(minutes) ?? 5,
                    result.GetValue(batches),
                    result.GetValue(trainings),
                    result.GetValue(tunings)
                );
                var declared = new DeclaredStack(await stack.EvaluateAsync(told, result));
                var estimate = CostEstimate.Of(declared, StackModel.Of(told), region, table.Month, assumed, context.Time.GetUtcNow());
                if (result.GetValue(json))
                {
                    context.Out.WriteLine(
                        JsonSerializer.Serialize(
                            new
                            {
                                stack = told.Stack,
                                region = told.Region,
                                table.Currency,
                                estimate.Month,
                                estimate.Fixed,
                                estimate.Runs,
                                assumed,
                                sources = new[] { new { region.AsOf, region.Source }, new { table.AsOf, table.Month.Source } },
                                estimate.WithoutPrice,
                                CostEstimate.NotCounted,
                            },
                            CliJson.Indented
                        )
                    );
                }
                else
                {
                    Print(context, told, table, region, estimate, assumed);
                }

                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static void Print(
        CliContext context,
        StackContext stack,
        PriceTable table,
        RegionPrices region,
        CostEstimate estimate,
        CostAssumptions assumed
    )
    {
        void Line(FormattableString text) => context.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        var least = estimate.WithoutPrice.Count > 0 ? "at least " : "";
        Line($"{stack.Stack} in {stack.Region}: {least}{table.Currency} {estimate.Month:F2} a month");
        Line($"");
        Line($"Whether anything runs or not:");
        foreach (var line in estimate.Fixed)
        {
            Line($"  {line.Month,9:F2}  {line.Count} {line.What} at {line.Each:F2}");
        }

        Line($"");
        Line($"Runs, each job billed for {assumed.Minutes} minutes (--minutes):");
        foreach (var run in estimate.Runs)
        {
            var price = run.WithoutPrice.Count > 0 ? "at least " : "";
            var machines = string.Join(", ", run.Machines);
            Line($"  {run.Month,9:F2}  {run.Pipeline}: {run.RunsAMonth} a month ({run.Why}) at {price}{run.Run:F3}");
            Line($"             {run.Jobs} jobs on {machines}");
        }

        Line($"");
        foreach (var type in estimate.WithoutPrice)
        {
            Line($"No price: {type} in {stack.Region}; add it with --prices.");
        }

        Line($"Not counted:");
        foreach (var what in CostEstimate.NotCounted)
        {
            Line($"  {what}");
        }

        Line($"Prices: machines of {region.AsOf}, {region.Source}; the rest of {table.AsOf}, {table.Month.Source}");
    }
}
