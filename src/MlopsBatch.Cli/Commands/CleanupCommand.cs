using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Amazon.SageMaker;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Registry;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops cleanup</c>: what executions made and neither Pulumi nor SageMaker deletes.</summary>
/// <param name="context">Where to write, where the project is, which clock the age is told by.</param>
/// <param name="client">Makes the client of a stack's account.</param>
internal sealed class CleanupCommand(CliContext context, Func<StackContext, IAmazonSageMaker> client)
{
    /// <summary>Longer than any transform job of a batch runs; days.</summary>
    private const int DefaultAge = 30;

    private const int DeepestAge = 3650;

    private readonly Option<string> _stack = new StackOptions().Stack;
    private readonly Option<int> _age = new("--older-than")
    {
        Description = $"Days, 1 to {DeepestAge}: what was made later stays, because a batch may still use it.",
        HelpName = "DAYS",
        DefaultValueFactory = _ => DefaultAge,
    };

    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Delete what is listed." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public Command Create()
    {
        _age.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !IsAge(text))
            {
                result.AddError($"--older-than: got '{text}', needs a whole number of days from 1 to {DeepestAge}.");
            }
        });
        var command = new Command(
            "cleanup",
            "List the SageMaker models that batch inference has left in the account, and delete them with --yes. Versions in the registry, "
                + "data and logs are never touched. Needs AWS credentials, or those of a local cloud ('./mlops local env')."
        )
        {
            _stack,
            _age,
            _yes,
            _json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static bool IsAge(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= DeepestAge;

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var stack = StackOptions.Read(context, result.GetRequiredValue(_stack));
        var days = result.GetValue(_age);
        using var sageMaker = client(stack);
        var models = new LeftModels(sageMaker, stack);
        var left = await models.MadeBeforeAsync(context.Time.GetUtcNow().AddDays(-days), cancellation);
        var outcomes = new List<(LeftModel Model, string? Fault)>();
        var deletes = result.GetValue(_yes);
        foreach (var model in left)
        {
            var fault = deletes ? await DeleteAsync(models, model, cancellation) : null;
            outcomes.Add((model, fault));
            if (!result.GetValue(_json))
            {
                Print(model, deletes, fault);
            }
        }

        if (result.GetValue(_json))
        {
            PrintJson(outcomes, deletes);
        }
        else
        {
            context.Out.WriteLine(Summary(outcomes, deletes, stack.Stack, days));
        }

        return outcomes.Exists(outcome => outcome.Fault is not null) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static async Task<string?> DeleteAsync(LeftModels models, LeftModel model, CancellationToken cancellation)
    {
        try
        {
            await models.DeleteAsync(model, cancellation);
            return null;
        }
        catch (AwsCallException fault)
        {
            // The others are deleted all the same.
            return fault.Message;
        }
    }

    private void Print(LeftModel model, bool deletes, string? fault) =>
        context.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Created:yyyy-MM-dd}  {model.Project}  {model.Name}{(fault is not null ? $": {fault}" : deletes ? ": deleted" : "")}"
            )
        );

    private static string Summary(List<(LeftModel Model, string? Fault)> outcomes, bool deletes, string stack, int days)
    {
        var failed = outcomes.Count(outcome => outcome.Fault is not null);
        return (outcomes.Count, deletes) switch
        {
            (0, _) => $"Batch inference of stack {stack} has left no model that is older than {Days(days)}.",
            (var count, false) => $"{Counted(count)} older than {Days(days)}. Nothing was deleted: './mlops "
                + $"cleanup --stack {stack} --older-than {days} --yes' deletes {(count == 1 ? "it" : "them")}.",
            _ when failed == 0 => $"{Counted(outcomes.Count)} deleted.",
            _ => $"{Counted(outcomes.Count - failed)} deleted, {failed} not: see above.",
        };
    }

    private static string Counted(int count) => count == 1 ? "1 model" : $"{count} models";

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private void PrintJson(List<(LeftModel Model, string? Fault)> outcomes, bool deletes)
    {
        var rows = outcomes.Select(outcome => new
        {
            name = outcome.Model.Name,
            arn = outcome.Model.Arn,
            model = outcome.Model.Project,
            created = outcome.Model.Created,
            deleted = deletes && outcome.Fault is null,
            fault = outcome.Fault,
        });
        context.Out.WriteLine(JsonSerializer.Serialize(rows, CliJson.Indented));
    }
}
