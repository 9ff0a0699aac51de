using System.Collections.Immutable;
using MlopsBatch.Configuration;
using MlopsBatch.ModelProjects;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Observability;
using MlopsBatch.Platform.People;
using MlopsBatch.Platform.Sharing;
using Pulumi;

namespace MlopsBatch.Outputs;

/// <summary>The stack's outputs, for people: links, ARNs, what to paste, what is awaited.</summary>
internal sealed class StackSummary(
    Account account,
    SharedResources shared,
    IReadOnlyList<ModelProjectResources> models,
    PeoplePolicies people,
    Overview overview,
    RegistrySharing? sharing,
    ViolationBus? violations
)
{
    public Output<ImmutableDictionary<string, string>> ConsoleLinks => Output.Create(Links().ToImmutableDictionary());

    public Output<ImmutableDictionary<string, string>> Arns =>
        Map([
            ("bucket", Output.Create(shared.Bucket.Arn)),
            ("dataKey", shared.Bucket.Key.Arn),
            ("platformKey", shared.Key.Arn),
            .. shared.Topics.All.Select(topic => ($"topic-{topic.LogicalName}", topic.Arn)),
            .. models.SelectMany(model => model.AllPipelines).Select(pipeline => ($"pipeline-{pipeline.Name}", pipeline.Arn)),
            .. models.SelectMany(model => model.People.Arns).Select(policy => ($"policy-{policy.Name}", policy.Arn)),
            ("policy-operator", people.Operator),
            ("policy-no-approvals", people.NoApprovals),
        ]);

    public Output<ImmutableDictionary<string, string>> ModelVersions =>
        Output
            .All(
                account
                    .Settings.Models.Zip(models)
                    .Where(pair => pair.Second.Approved is not null)
                    .Select(pair => pair.Second.Approved!.Apply(version => (pair.First.Name, Arn: version?.ModelPackageArn ?? "")))
            )
            .Apply(versions => versions.Where(one => one.Arn.Length > 0).ToImmutableDictionary(one => one.Name, one => one.Arn));

    public Output<string> PasteIntoDeployAccounts =>
        Output
            .Tuple(account.Id, shared.Bucket.Key.Arn, violations?.Arn ?? Output.Create(""), sharing?.ReaderRoleArn ?? Output.Create(""))
            .Apply(known =>
                new DeployAccountLines(known.Item1, known.Item2, Known(known.Item3), Known(known.Item4)).Write(account.Settings)
            );

    public Output<ImmutableArray<ImmutableDictionary<string, string>>> Requirements =>
        Output.All(
            shared
                .Bucket.Requirements.Concat(models.SelectMany(model => model.Requirements).Distinct().Concat(JobLogRetention()))
                .Select(requirement =>
                    requirement.Paste.Apply(paste =>
                        new Dictionary<string, string>
                        {
                            ["resource"] = requirement.Resource,
                            ["needs"] = requirement.Needs,
                            ["paste"] = paste,
                        }.ToImmutableDictionary()
                    )
                )
        );

    public Output<ImmutableArray<string>> Awaited =>
        Output.All(AwaitedItems()).Apply(items => items.Where(item => item.Length > 0).ToImmutableArray());

    private static string? Known(string arn) => arn.Length > 0 ? arn : null;

    private IEnumerable<Requirement> JobLogRetention() =>
        account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy) ? [JobLogs.Retention(account)] : [];

    private IEnumerable<Output<string>> AwaitedItems()
    {
        if (account.Has(AccountRole.Registry))
        {
            yield return Output.Create(
                $"GitLab's token: aws secretsmanager put-secret-value --region {account.Region} "
                    + $"--secret-id {account.Settings.GitLab!.TokenSecretName} --secret-string TOKEN"
            );
        }

        if (account.Has(AccountRole.Deploy) && account.Settings.RetrainOnViolation && !account.Settings.StartsTuning())
        {
            yield return Output.Create(
                "Quality violations start no tuning: settings.registry.eventBusArn is missing. Paste what the stack of the account that "
                    + "builds prints as output \"pasteIntoDeployAccounts\", or set retrainOnViolation: false"
            );
        }

        foreach (var (options, model) in account.Settings.Models.Zip(models).Where(pair => pair.Second.Approved is not null))
        {
            yield return model.Approved!.Apply(version =>
                version is null
                    ? $"Model {options.Name}: no version of group {Models.GroupOf(options)} is approved; "
                        + "batch inference waits for one, its triggers are off"
                    : ""
            );
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Links()
    {
        // The isolated partitions have no console that a link reaches.
        if (account.Partition.Console(account.Region) is not { } console)
        {
            yield break;
        }

        yield return new("dashboard", Page("cloudwatch", $"dashboards:name={overview.Name}"));
        yield return new("alarms", Page("cloudwatch", $"alarmsV2:?search={account.Names.Of()}"));
        yield return new("rules", Page("events", "/rules"));
        yield return new(
            "bucket",
            $"{console}/s3/buckets/{shared.Bucket.Name}?region={account.Region}&prefix={account.Settings.Bucket.Prefix}/"
        );
        yield return new("studio", Page("sagemaker", "/studio-landing"));

        string Page(string service, string route) => account.Partition.ConsolePage(account.Region, service, route)!;
    }

    private static Output<ImmutableDictionary<string, string>> Map(IReadOnlyList<(string Name, Output<string> Value)> entries) =>
        Output
            .All(entries.Select(entry => entry.Value))
            .Apply(values =>
                entries.Select(entry => entry.Name).Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second)
            );
}
