using System.CommandLine;
using System.CommandLine.Parsing;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Graphs;
using MlopsBatch.Cli.Graphs.Drawing;
using MlopsBatch.Cli.Graphs.Pictures;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Rehearsal;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.Functions;
using MlopsBatch.Rehearsal.People;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops rehearse</c>: the closed loop on this machine.</summary>
internal static partial class RehearseCommand
{
    /// <summary>The account forms by their words; the first is the default.</summary>
    private static readonly IReadOnlyDictionary<string, AccountForm> Forms = new Dictionary<string, AccountForm>
    {
        ["single"] = AccountForm.Single,
        ["split"] = AccountForm.Split,
        ["shared-registry"] = AccountForm.SharedRegistry,
    };

    public static Command Create(CliContext context)
    {
        var training = new Option<string?>("--training-data")
        {
            Description = "Your training CSV, or a folder of CSVs. Default: scikit-learn's diabetes set.",
        };
        var inference = new Option<string?>("--inference-data")
        {
            Description = "A CSV to score, without the target. Default: a seeded part of the training data is held out.",
        };
        var truth = new Option<string?>("--ground-truth") { Description = "The truth for --inference-data." };
        var configured = new ConfiguredModelOptions();
        var data = new DataOptions();
        var metric = MetricOption();
        var threshold = InvariantNumber.Option("--threshold", "The metric's bound. Default: 85 % of the naive baseline's error.");
        var scripts = new Option<DirectoryInfo?>("--scripts") { Description = "The folder of your step scripts. Default: scripts." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Where rehearsal.json goes. Default: rehearsal/ in the project." };
        var seed = InvariantNumber.Whole("--seed", "Makes splits and tuning repeatable.", 0, int.MaxValue, 42);
        var keep = new Option<bool>("--keep") { Description = "Keep the local cloud's objects and jobs in OUT/cloud." };
        var accounts = AccountsOption();
        var only = ChapterOption();
        var fast = FastOption();
        var approve = ApproveOption();
        var packaged = PackagedOption();
        var mutate = MutateOption();
        var json = new Option<bool>("--json") { Description = "Print the report as JSON, nothing else." };
        var command = new Command(
            "rehearse",
            "Play the closed loop on this machine, from the same pipeline definitions that SageMaker gets. Exit code 0 "
                + "only if everything expected was seen."
        )
        {
            configured.Stack,
            configured.Model,
            training,
            inference,
            truth,
            metric,
            threshold,
            scripts,
            output,
            seed,
            keep,
            accounts,
            only,
            fast,
            approve,
            packaged,
            mutate,
            json,
        };
        data.AddTo(command);
        command.Validators.Add(result => RequireWholeData(result, training, inference, truth, data));
        command.Validators.Add(result => configured.Require(result, training, [.. data.All, metric, threshold, scripts]));
        command.SetAction(
            async (result, cancellation) =>
            {
                try
                {
                    var asks = result.GetRequiredValue(approve) == Ask;
                    if (asks && !context.CanAsk)
                    {
                        return NobodyToAsk(context);
                    }

                    var own = configured.Read(context, result);
                    var format = own?.Model.Format() ?? data.Read(result);
                    var options = new RehearsalOptions
                    {
                        Configured = own,
                        TrainingData = FullPath(result.GetValue(training)),
                        InferenceData = FullPath(result.GetValue(inference)),
                        GroundTruth = FullPath(result.GetValue(truth)),
                        Target = format.Target,
                        Header = format.Header,
                        Format = format,
                        Metric = own?.Model.Metric.Name ?? result.GetValue(metric),
                        Threshold = own?.Model.Metric.Threshold ?? result.GetValue(threshold),
                        Output = result.GetValue(output) ?? new(Path.Combine(context.ProjectRoot.FullName, "rehearsal")),
                        Seed = result.GetValue(seed),
                        Keep = result.GetValue(keep),
                        Accounts = Forms[result.GetRequiredValue(accounts)],
                        Only = result.GetValue(only),
                        Records = result.GetValue(fast) || result.GetResult(mutate) is not null
                            ? new(Path.Combine(context.ProjectRoot.FullName, "artifacts", "rehearsal-records"))
                            : null,
                        DataScientist = asks ? new AskedDataScientist(context.In, context.Out) : new PlayedDataScientist(),
                        DrawLoop = DrawLoop,
                        Packages = result.GetValue(packaged) ? Packages(context) : null,
                        Scripts = own?.Scripts ?? result.GetValue(scripts) ?? new(Path.Combine(context.ProjectRoot.FullName, "scripts")),
                        Python = await new Python(context).EnsureAsync(cancellation),
                        Commit =
                            context.Environment("MLOPS_COMMIT")
                            ?? context.Environment("CI_COMMIT_SHA")
                            ?? RepositoryHead.Read(context.ProjectRoot),
                    };
                    if (result.GetResult(mutate) is not null)
                    {
                        return await MutationView.RunAsync(context, options, result.GetValue(mutate), cancellation);
                    }

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

    private static string DrawLoop(EvaluatedStack stack, Settings settings)
    {
        var source = GraphSource.Of(new DeclaredStack(stack), settings);
        return SvgWriter.Write(LoopPicture.Of(source.Stack!, settings, source.Pipelines));
    }

    private static int NobodyToAsk(CliContext context)
    {
        context.Error.WriteLine("mlops: --approve ask: there is no terminal to ask at; leave the option out to have decisions played.");
        return ExitCodes.Usage;
    }

    /// <exception cref="RehearsalException">They aren't there.</exception>
    private static DirectoryInfo Packages(CliContext context)
    {
        var folder = new DirectoryInfo(Path.Combine(context.ProjectRoot.FullName, "artifacts"));
        return PackagedFunctions.Missing(folder).FirstOrDefault() is { } missing
            ? throw new RehearsalException($"--packaged: there is no {missing}; make it with './mlops package' (a minute or two).")
            : folder;
    }

    /// <summary>Files go together: a batch with its truth, and both with what the model is trained on.</summary>
    private static void RequireWholeData(
        CommandResult result,
        Option<string?> training,
        Option<string?> inference,
        Option<string?> truth,
        DataOptions data
    )
    {
        foreach (var option in new[] { training, inference, truth })
        {
            if (result.GetValue(option)?.Trim() is "")
            {
                result.AddError($"{option.Name}: got an empty text, needs a path; leave the option out for the default.");
            }
        }

        if (result.GetValue(training) is null && (result.GetValue(inference) ?? result.GetValue(truth)) is not null)
        {
            result.AddError("--inference-data and --ground-truth go with --training-data: name the CSV to train with, too.");
        }

        if (result.GetValue(inference) is null != (result.GetValue(truth) is null))
        {
            result.AddError("--inference-data and --ground-truth go together: the loop checks the model's quality on that batch.");
        }

        if (result.GetValue(training) is null && result.GetResult(data.Target) is { Implicit: false })
        {
            result.AddError("--target goes with --training-data: the default data set has its own.");
        }
    }

    private const string Played = "played",
        Ask = "ask";

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);

    private static async Task<int> RunAsync(CliContext context, RehearsalOptions options, bool json, CancellationToken cancellation)
    {
        RehearsalReport report;
        if (context.IsInteractive && !json && options.DataScientist is not AskedDataScientist)
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
