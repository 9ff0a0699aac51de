using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Rehearsal;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops rehearse</c>: the closed loop on this machine.</summary>
internal static class RehearseCommand
{
    public static Command Create(CliContext context)
    {
        var training = new Option<FileInfo?>("--training-data")
        {
            Description = "Your training CSV, or a folder of CSVs. Default: scikit-learn's diabetes set.",
        };
        var inference = new Option<FileInfo?>("--inference-data")
        {
            Description = "A CSV to score, without the target. Default: a seeded part of the training data is held out.",
        };
        var truth = new Option<FileInfo?>("--ground-truth") { Description = "The truth for --inference-data." };
        var target = new Option<string>("--target")
        {
            Description = "The column to predict: last, first, a position from 0, or a name.",
            DefaultValueFactory = _ => "last",
        };
        var header = new Option<bool>("--header") { Description = "The first line of the CSVs holds names." };
        var metric = new Option<string>("--metric") { Description = "The metric that decides.", DefaultValueFactory = _ => "mse" };
        metric.AcceptOnlyFromAmong("mse", "rmse", "mae", "r2", "f1", "accuracy", "auc");
        var threshold = new Option<double?>("--threshold")
        {
            Description = "The metric's bound. Default: 85 % of the naive baseline's error.",
        };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Where rehearsal.json goes. Default: rehearsal/ in the project." };
        var seed = new Option<int>("--seed") { Description = "Makes splits and tuning repeatable.", DefaultValueFactory = _ => 42 };
        var keep = new Option<bool>("--keep") { Description = "Keep the local cloud's objects and jobs in OUT/cloud." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON, nothing else." };
        var command = new Command(
            "rehearse",
            "Play the closed loop on this machine, from the same pipeline definitions that SageMaker gets. Exit code 0 only if everything expected was seen."
        )
        {
            training,
            inference,
            truth,
            target,
            header,
            metric,
            threshold,
            output,
            seed,
            keep,
            json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(training) is null && (result.GetValue(inference) ?? result.GetValue(truth)) is not null)
            {
                result.AddError("--inference-data and --ground-truth go with --training-data: name the CSV to train with, too.");
            }

            if (result.GetValue(inference) is null != (result.GetValue(truth) is null))
            {
                result.AddError("--inference-data and --ground-truth go together: the loop checks the model's quality on that batch.");
            }

            if (result.GetValue(training) is null && result.GetResult(target) is { Implicit: false })
            {
                result.AddError("--target goes with --training-data: the default data set has its own.");
            }
        });
        command.SetAction(
            async (result, cancellation) =>
            {
                try
                {
                    var options = new RehearsalOptions
                    {
                        TrainingData = result.GetValue(training)?.FullName,
                        InferenceData = result.GetValue(inference)?.FullName,
                        GroundTruth = result.GetValue(truth)?.FullName,
                        Target = result.GetValue(target)!,
                        Header = result.GetValue(header),
                        Metric = result.GetValue(metric)!,
                        Threshold = result.GetValue(threshold),
                        Output = result.GetValue(output) ?? new(Path.Combine(context.ProjectRoot.FullName, "rehearsal")),
                        Seed = result.GetValue(seed),
                        Keep = result.GetValue(keep),
                        Scripts = new(Path.Combine(context.ProjectRoot.FullName, "scripts")),
                        Python = await new Python(context).EnsureAsync(cancellation),
                    };
                    return await RunAsync(context, options, result.GetValue(json), cancellation);
                }
                catch (OperationCanceledException)
                {
                    context.Error.WriteLine("mlops: stopped; every step process has ended. Start the rehearsal again whenever you like.");
                    return ExitCodes.Interrupted;
                }
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, RehearsalOptions options, bool json, CancellationToken cancellation)
    {
        RehearsalReport report;
        if (context.IsInteractive && !json)
        {
            var tree = new TreeProgress(context.Console, context.Time);
            report = await tree.ShowAsync(() => new RehearsalRun(options, tree, context.Time).RunAsync(cancellation));
        }
        else
        {
            report = await new RehearsalRun(
                options,
                new PlainProgress(json ? context.Error : context.Out, context.Time),
                context.Time
            ).RunAsync(cancellation);
        }

        var file = Path.Combine(options.Output.FullName, RehearsalRun.ReportFile);
        if (json)
        {
            context.Out.Write(await File.ReadAllTextAsync(file, cancellation));
        }
        else
        {
            ReportView.Print(context.Console, report, file);
        }

        return report.Outcome == RehearsalRun.Passed ? 0 : 1;
    }
}
