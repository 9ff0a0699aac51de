using System.CommandLine;
using System.Text.Json.Nodes;
using MlopsBatch.Checks;
using MlopsBatch.Checks.Installation;
using MlopsBatch.Checks.Limits;
using MlopsBatch.Checks.Security;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Inspection;

namespace MlopsBatch.Cli.Commands;

/// <summary>A stack and all that a check says of it.</summary>
/// <param name="Name">The stack's name, or the path that was given.</param>
internal sealed record CheckedStack(string Name)
{
    /// <summary>Why it can't be evaluated.</summary>
    public Pulumi.RunException? Failure { get; private init; }

    public EvaluatedStack? Evaluated { get; private init; }

    public InstallationStack? Installed { get; private init; }

    public IReadOnlyList<CheckResult> Security { get; private init; } = [];

    public IReadOnlyList<CheckResult> Limits { get; private init; } = [];

    public IReadOnlyList<Unseen> Unseen { get; private init; } = [];

    public IReadOnlyList<Fault> Expired { get; private init; } = [];

    public IReadOnlyList<Fault> Warnings { get; private init; } = [];

    public bool Fails =>
        Failure is not null || Expired.Count > 0 || Security.Concat(Limits).Any(row => row.Outcome == CheckOutcome.Fail);

    public static async Task<CheckedStack> OfAsync(CliContext context, StackOptions options, string stack, ParseResult result)
    {
        try
        {
            var told = StackOptions.Read(context, stack);
            var evaluated = await options.EvaluateAsync(told, result);
            var file = StackFile.Read(context.ProjectRoot, stack);
            var today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
            var handedOut = evaluated.Outputs["pasteIntoDeployAccounts"]?.ToString();
            return new(told.Stack)
            {
                Evaluated = evaluated,
                Installed = new(told, file.Path, handedOut is { Length: > 0 } ? handedOut : null),
                Security = SecurityChecklist.Judge(evaluated, Waivers.Of(told.Settings, today)),
                Limits = AwsLimits.Judge(evaluated, told.Settings.EventRuleQuota),
                Unseen = Checks.Unseen.Of(told.Settings),
                Expired = Waivers.Expired(told.Settings, today),
                Warnings = SettingsReader.Warnings(told.Settings, StackOptions.Facts(context, file)),
            };
        }
        catch (Pulumi.RunException fault)
        {
            return new(stack) { Failure = fault };
        }
    }

    private IReadOnlyList<Fault> Faults() =>
        Failure is FaultException numbered ? numbered.Faults
        : Failure is not null ? [new("", Failure.Message)]
        : [];

    /// <summary>As JSON.</summary>
    public object View() =>
        new
        {
            stack = Name,
            faults = FaultView.Of([.. Faults(), .. Expired]),
            warnings = FaultView.Of(Warnings),
            security = Security,
            limits = Limits,
            unseen = Unseen,
            requirements = Evaluated?.Outputs["requirements"] as JsonArray,
            sample = new
            {
                SecurityChecklist.SampleScore.Pass,
                SecurityChecklist.SampleScore.Half,
                SecurityChecklist.SampleScore.Fail,
            },
        };
}
