using System.CommandLine;
using System.Globalization;
using MlopsBatch.Rehearsal;

namespace MlopsBatch.Cli.Commands;

internal static partial class RehearseCommand
{
    private static Option<string?> MetricOption()
    {
        var metric = new Option<string?>("--metric")
        {
            Description = "The metric that decides. Default: mse for numbers, accuracy for classes, as the target looks.",
        };
        metric.AcceptOnlyFromAmong("mse", "rmse", "mae", "r2", "f1", "accuracy", "auc");
        return metric;
    }

    private static Option<string> AccountsOption()
    {
        var accounts = new Option<string>("--accounts")
        {
            Description = "How the roles are spread: one account, dev with staging and prod, or these with the registry apart.",
            DefaultValueFactory = _ => Forms.First().Key,
        };
        accounts.AcceptOnlyFromAmong([.. Forms.Keys]);
        return accounts;
    }

    private static Option<string> ApproveOption()
    {
        var approve = new Option<string>("--approve")
        {
            Description = "Who decides about versions: the scenario by itself (played), or you at prompts (ask).",
            DefaultValueFactory = _ => Played,
        };
        approve.AcceptOnlyFromAmong(Played, Ask);
        return approve;
    }

    private static Option<bool> FastOption() =>
        new("--fast")
        {
            Description =
                "Take what a step gave before on the same scripts and data (artifacts/rehearsal-records) in place of running it.",
        };

    private static Option<bool> PackagedOption() =>
        new("--packaged")
        {
            Description = "Run the functions as './mlops package' has made them, as processes behind Lambda's runtime API.",
        };

    private static Option<int?> MutateOption()
    {
        var mutate = new Option<int?>("--mutate")
        {
            Description =
                "Plant faults into what is declared, one at a time, and tell which ones a rehearsal doesn't see: all of them, or N "
                + "of them, drawn by --seed.",
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrOne,
        };
        mutate.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, CultureInfo.InvariantCulture, out var count) && count > 0))
            {
                result.AddError($"--mutate: got \"{text}\", needs a whole number above 0, or nothing for all faults.");
            }
        });
        return mutate;
    }

    private static Option<string?> ChapterOption()
    {
        var only = new Option<string?>("--only")
        {
            Description =
                "Play one chapter, with what it needs: "
                + string.Join("; ", RehearsalRun.Chapters.Select(chapter => $"{chapter.Name} ({chapter.Title})"))
                + ".",
            HelpName = "CHAPTER",
        };
        only.AcceptOnlyFromAmong([.. RehearsalRun.Chapters.Select(chapter => chapter.Name)]);
        return only;
    }
}
