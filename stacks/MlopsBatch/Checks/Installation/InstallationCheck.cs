using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Checks.Installation;

/// <summary>
/// The stacks of one installation beside one another: what a stack takes over has to be what the other would hand out, by the very
/// output that people paste.
/// </summary>
public static class InstallationCheck
{
    /// <summary>Every disagreement, at the stack that takes over.</summary>
    public static IReadOnlyList<Fault> Compare(IReadOnlyList<InstallationStack> stacks) =>
        [
            .. from stack in stacks
               where stack.Context.Settings.Registry is not null
               from source in stacks
               where source != stack && HandsTo(source, stack, stacks)
               from fault in Compare(stack, source)
               select fault,
            .. Registries(stacks),
        ];

    /// <summary>A stack hands to those that name its bucket, bus or role; the only one that hands out at all, to every other.</summary>
    private static bool HandsTo(InstallationStack source, InstallationStack stack, IReadOnlyList<InstallationStack> all)
    {
        if (source.HandedOut is not { } handed)
        {
            return false;
        }

        var taken = stack.Context.Settings.Registry!;
        var names = Section(handed);
        return all.Count(one => one.HandedOut is not null) == 1
            || (names.TryGetValue("bucketName", out var bucket) && bucket == taken.BucketName)
            || (names.TryGetValue("readerRoleArn", out var role) && Resource(role) == Resource(taken.ReaderRoleArn ?? ""))
            || (names.TryGetValue("eventBusArn", out var bus) && Resource(bus) == Resource(taken.EventBusArn ?? ""));
    }

    private static IEnumerable<Fault> Compare(InstallationStack stack, InstallationStack source)
    {
        var (settings, handed) = (stack.Context.Settings, source.HandedOut!);
        if (stack.Context.Region != source.Context.Region)
        {
            yield return Differs(stack, SettingsPath.Region, stack.Context.Region, source, source.Context.Region);
        }

        foreach (var fault in RegistrySection(stack, source, Section(handed)))
        {
            yield return fault;
        }

        var (own, other) = (settings, source.Context.Settings);
        (string Path, string Own, string Other)[] shared =
        [
            ("settings.iam.path", own.Iam.Path, other.Iam.Path),
            ("settings.requireReview", Text(own.RequireReview), Text(other.RequireReview)),
            ("settings.review.pattern", own.Review.Pattern, other.Review.Pattern),
        ];
        foreach (var (path, got, wanted) in shared.Where(one => one.Own != one.Other))
        {
            yield return Differs(stack, new(path), got, source, wanted);
        }

        foreach (var (index, model) in settings.Models.Index())
        {
            foreach (var fault in ModelComparison.Compare(stack, index, model, source))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> RegistrySection(InstallationStack stack, InstallationStack source, Dictionary<string, string> handed)
    {
        var (path, taken) = (SettingsPath.Root.Key("registry"), stack.Context.Settings.Registry!);
        if (handed.TryGetValue("bucketName", out var bucket) && taken.BucketName.Length > 0)
        {
            if (bucket != taken.BucketName)
            {
                yield return Differs(stack, path.Key("bucketName"), taken.BucketName, source, bucket);
            }

            var prefix = handed.GetValueOrDefault("bucketPrefix", "");
            if (prefix != taken.BucketPrefix)
            {
                yield return Differs(stack, path.Key("bucketPrefix"), taken.BucketPrefix, source, prefix);
            }
        }

        // Which key and account those are, only a deployment knows, unless the settings give them.
        if (source.Context.Settings.Bucket.KmsKeyArn is { } key && taken.KmsKeyArn.Length > 0 && key != taken.KmsKeyArn)
        {
            yield return Differs(stack, path.Key("kmsKeyArn"), taken.KmsKeyArn, source, key);
        }

        (string Name, string? Arn)[] named = [("eventBusArn", taken.EventBusArn), ("readerRoleArn", taken.ReaderRoleArn)];
        foreach (var (name, arn) in named)
        {
            if (arn is not null && handed.TryGetValue(name, out var wanted) && Resource(arn) != Resource(wanted))
            {
                var right = Arn.Parse(arn) with { Resource = Resource(wanted) };
                yield return Differs(stack, path.Key(name), arn, source, right.ToString());
            }
        }
    }

    /// <summary>Who takes over from the same stack names the same account.</summary>
    private static IEnumerable<Fault> Registries(IReadOnlyList<InstallationStack> stacks)
    {
        var takers = stacks.Where(stack => stack.Context.Settings.Registry is not null).ToList();
        var groups = takers.GroupBy(stack => Resource(stack.Context.Settings.Registry!.ReaderRoleArn ?? ""));
        foreach (var group in groups.Where(group => group.Key.Length > 0))
        {
            var first = group.First();
            var account = first.Context.Settings.Registry!.AccountId;
            foreach (var stack in group.Where(one => one.Context.Settings.Registry!.AccountId != account))
            {
                yield return Differs(
                    stack,
                    SettingsPath.Root.Key("registry").Key("accountId"),
                    stack.Context.Settings.Registry!.AccountId,
                    first,
                    account,
                    mend: false
                );
            }
        }
    }

    internal static Fault Differs(
        InstallationStack stack,
        SettingsPath path,
        string got,
        InstallationStack source,
        string wanted,
        bool mend = true,
        bool isWarning = false
    )
    {
        var commands = new StackCommands(stack.Context.Stack, stack.Path);
        IReadOnlyList<ConfigEdit> edits =
            !mend ? []
            : wanted.Length > 0 ? [new ConfigEdit.SetValue(path, wanted)]
            : [new ConfigEdit.RemoveValue(path)];
        var words = edits.Count == 0 ? "one of them is wrong" : $"mend it with: {string.Join(" && ", edits.Select(commands.Of))}";
        return new(
            FaultCatalogue.StacksDisagree,
            $"{stack.Context.Stack}: {path}: got \"{got}\", but stack {source.Context.Stack} has \"{wanted}\"; {words}"
        )
        {
            IsWarning = isWarning,
            Mend = edits,
        };
    }

    private static Dictionary<string, string> Section(string handed) =>
        SettingsYaml.Read(handed)["registry"] is JsonObject section
            ? section.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!.ToString())
            : [];

    private static string Resource(string arn) => Arn.TryParse(arn, out var parsed) ? parsed.Resource : "";

    private static string Text(bool truth) => truth ? "true" : "false";
}
