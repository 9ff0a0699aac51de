using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.People;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>
/// Where the chapters play: what people and the outside do, what became of it, and what was expected. An expectation that
/// isn't met is a failed check, with what was seen in its place.
/// </summary>
internal sealed class Stage(RehearsalCloud cloud, RehearsalData data, IRehearsalProgress progress, IDataScientist person)
{
    /// <summary>The topics, by the ends of their names.</summary>
    public const string Operations = "operations",
        Approvals = "approvals",
        Quality = "quality";

    private const int Named = 5;

    private readonly List<CheckReport> _checks = [];
    private int _seenExecutions;
    private int _seenMails;
    private int _seenPipelines;
    private int _seenDeployments = cloud.Deployments.Count;
    private int _seenEvents;
    private int _seenUndelivered;
    private IReadOnlyList<int> _events = [];
    private IReadOnlyList<int> _mails = [];

    public RehearsalCloud Cloud => cloud;

    public RehearsalData Data => data;

    public IReadOnlyList<CheckReport> Checks => _checks;

    /// <summary>The version that the first training registered.</summary>
    public int First { get; set; }

    /// <summary>The version that the training with HPO registered.</summary>
    public int Tuned { get; set; }

    public void Say(string text) => progress.Say(text);

    /// <summary>Does something, and sees what became of it once nothing goes on any more.</summary>
    public Task<Seen> DoAsync(Action action, CancellationToken cancellation) =>
        DoAsync(
            () =>
            {
                action();
                return cloud.SettleAsync(cancellation);
            },
            cancellation
        );

    /// <inheritdoc cref="DoAsync(Action, CancellationToken)"/>
    public async Task<Seen> DoAsync(Func<Task> action, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var before = cloud.Scoring.ToDictionary(account => account.Name, account => account.DeployedVersion);
        await action();
        var seen = new Seen(
            [.. cloud.Executions.Skip(_seenExecutions)],
            [.. cloud.Mails.Skip(_seenMails)],
            [.. cloud.GitLab.Pipelines.Skip(_seenPipelines)],
            [.. cloud.Deployments.Skip(_seenDeployments)],
            [.. cloud.Events.Skip(_seenEvents).Select(happened => $"{happened.Source} \"{happened.DetailType}\"")],
            before
        );
        _events = [.. Enumerable.Range(_seenEvents + 1, seen.Events.Count)];
        _mails = [.. Enumerable.Range(_seenMails + 1, seen.Mails.Count)];
        _seenExecutions += seen.Executions.Count;
        _seenMails += seen.Mails.Count;
        _seenPipelines += seen.Pipelines.Count;
        _seenDeployments += seen.Deployments.Count;
        _seenEvents += seen.Events.Count;
        foreach (var mail in seen.Mails)
        {
            progress.Say($"mail to {mail.To}: {mail.Subject}");
        }

        return seen;
    }

    /// <summary>A batch arrives, its truth before it: an arriving batch starts the pipeline.</summary>
    public Task<Seen> ScoreAsync(AccountView account, string name, string batch, string? truth, CancellationToken cancellation) =>
        DoAsync(
            () =>
            {
                if (truth is not null)
                {
                    account.Upload(account.Layout.GroundTruth.Key(name), data.PathOf(truth));
                }

                account.Upload(account.Layout.InferenceData.Key(name), data.PathOf(batch));
            },
            cancellation
        );

    /// <summary>Asks the data scientist about a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="occasion">Why it is asked now, as a sentence.</param>
    /// <param name="suggestion">What the scenario has.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The decision; null if there is none, which has been noted.</returns>
    public async Task<VersionDecision?> AskAsync(
        int version,
        string occasion,
        VersionDecision suggestion,
        CancellationToken cancellation
    )
    {
        var mail = cloud.Mails.LastOrDefault(sent =>
            sent.To == RehearsalStack.DataScientist && sent.Subject.Contains($" version {version}", StringComparison.Ordinal)
        );
        (string, string)? shown = mail is null ? null : (mail.Subject, mail.Body);
        var decision = await person.DecideAsync(new(version, occasion, shown, suggestion), cancellation);
        if (decision is null)
        {
            Expect("L4", $"somebody decides about version {version}", false, "it was skipped; what needs the decision is left out");
        }

        return decision;
    }

    /// <summary>The data scientist decides about a version.</summary>
    public Task<Seen> DecideAsync(int version, VersionDecision decision, string row, CancellationToken cancellation) =>
        DecideAsync(version, decision.Status, decision.Comment, row, cancellation, review: decision.Review);

    /// <inheritdoc cref="DecideAsync(int, VersionDecision, string, CancellationToken)"/>
    public async Task<Seen> DecideAsync(
        int version,
        string status,
        string description,
        string row,
        CancellationToken cancellation,
        Func<Task>? settle = null,
        string? review = null
    )
    {
        progress.Say(
            $"the data scientist sets version {version} to {status}: {description}"
                + (review is null ? "" : $" (review {review}, in its metadata)")
        );
        var seen = await DoAsync(
            () =>
            {
                cloud.Decide(version, status, description, review);
                return settle?.Invoke() ?? cloud.SettleAsync(cancellation);
            },
            cancellation
        );
        var now = cloud.Registry.Version(version).Status;
        Expect(row, $"the data scientist sets version {version} to {status}", now == status, $"it is {now}");
        return seen;
    }

    /// <inheritdoc cref="DecideAsync(int, VersionDecision, string, CancellationToken)"/>
    public Task<Seen> ApproveAsync(int version, string description, string row, CancellationToken cancellation) =>
        DecideAsync(version, ModelPackage.Approved, description, row, cancellation);

    /// <summary>Notes whether something is as it should be.</summary>
    /// <param name="row">The row of the loop that it belongs to.</param>
    /// <param name="what">What should be.</param>
    /// <param name="passed">Whether it is.</param>
    /// <param name="evidence">What was seen.</param>
    public bool Expect(string row, string what, bool passed, string evidence)
    {
        _checks.Add(new(row, what, passed, evidence) { Events = _events, Mails = _mails });
        if (!passed)
        {
            progress.Say($"not as expected ({row}): {what}: {evidence}");
        }

        return passed;
    }

    /// <summary>What couldn't be delivered since this was last asked; from then on the chapter answers for it.</summary>
    public IReadOnlyList<Undelivered> TakeUndelivered()
    {
        var all = cloud.Local.Undelivered.All;
        IReadOnlyList<Undelivered> news = [.. all.Skip(_seenUndelivered)];
        _seenUndelivered = all.Count;
        return news;
    }

    /// <summary>What no chapter has made fail has arrived.</summary>
    public void ExpectDelivered()
    {
        var failed = TakeUndelivered();
        Expect(
            "L10",
            "whatever nobody made fail has arrived",
            failed.Count == 0,
            failed.Count == 0 ? "nothing undelivered" : string.Join("; ", failed.Take(Named).Select(Words))
        );
    }

    /// <summary>Deliveries failed, and each left a dead letter.</summary>
    public void ExpectKept(string what, IReadOnlyList<Undelivered> failed)
    {
        var lost = failed.Where(one => one.DeadLetterTarget is null).ToList();
        Expect(
            "L10",
            what,
            failed.Count > 0 && lost.Count == 0,
            lost.Count > 0 ? "lost: " + string.Join("; ", lost.Take(Named).Select(Words)) : $"{failed.Count} kept, none lost"
        );
    }

    /// <summary>
    /// A mail to somebody that says a word, by the topic that it belongs to: operators get theirs by "operations", who is responsible
    /// by "approvals" unless another is named. Its body says a second word, too, if there is one.
    /// </summary>
    public bool ExpectMail(string row, string what, Seen seen, string to, string word, string topic = Approvals, string also = "")
    {
        var by = to == RehearsalStack.Operator ? Operations : topic;
        var mail = seen.Mails.FirstOrDefault(sent =>
            sent.To == to
            && sent.TopicArn.EndsWith("-" + by, StringComparison.Ordinal)
            && $"{sent.Subject}\n{sent.Body}".Contains(word, StringComparison.OrdinalIgnoreCase)
            && sent.Body.Contains(also, StringComparison.OrdinalIgnoreCase)
        );
        var others = string.Join("; ", seen.Mails.Select(sent => $"{sent.To} by {sent.TopicArn.Split('-')[^1]}: {sent.Subject}"));
        return Expect(
            row,
            what,
            mail is not null,
            mail is not null
                ? $"to {mail.To}: {mail.Subject}"
                : $"no mail to {to} by the topic {by} that says \"{word}\"; mails: {(others.Length > 0 ? others : "none")}; "
                    + $"events: {Counted(seen.Events)}"
        );
    }

    /// <summary>
    /// One pipeline of GitLab that brought a version (null: none) to every account that scores, of which the data scientist is
    /// told.
    /// </summary>
    public bool ExpectDeployed(string what, Seen seen, int? version)
    {
        var isDeployed = Expect(
            "L5",
            what,
            seen.Pipelines is [{ Status: "success" }] && cloud.Scoring.All(account => account.DeployedVersion == version),
            $"{seen.Pipelines.Count} GitLab pipelines{Pipelines(seen)}; {Deployed()}"
        );
        foreach (var account in cloud.Scoring)
        {
            ExpectTold(seen, account, seen.Before[account.Name], version);
        }

        return isDeployed;
    }

    /// <summary>A decision that changes no account.</summary>
    public void ExpectNoChange(string what, Seen seen, int? version) =>
        Expect(
            "L5",
            what,
            seen.Pipelines.All(pipeline => pipeline.Status == "success")
                && cloud.Scoring.All(account => account.DeployedVersion == version),
            $"{seen.Pipelines.Count} GitLab pipelines{Pipelines(seen)}; {Deployed()}"
        );

    /// <summary>Whoever decides is told what the account scores with now.</summary>
    public void ExpectTold(Seen seen, AccountView account, int? before, int? now)
    {
        var end = now switch
        {
            null => $"is on hold in {account.Name}",
            _ when before is null || now > before => $"version {now} is deployed in {account.Name}",
            _ when now < before => $"is back at version {now} in {account.Name}",
            _ => $"version {now} stays deployed in {account.Name}",
        };
        var what = $"whoever decides is told that the deployment has ended{CleanBatch.In(account)}";
        ExpectMail("L5", what, seen, RehearsalStack.DataScientist, end);
    }

    /// <summary>Which version each account scores with.</summary>
    public string Deployed() =>
        string.Join(
            "; ",
            cloud.Scoring.Select(account =>
                $"{(account.Label is { } name ? $"{name}'s " : "")}batch inference uses "
                + (account.DeployedVersion is { } version ? $"version {version}" : "none")
            )
        );

    private static string Words(Undelivered one) => $"{one.Service} from {one.Source} to {one.Target}: {one.Code}: {one.Message}";

    private static string Pipelines(Seen seen) =>
        seen.Pipelines.Count > 0 ? $", the last {seen.Pipelines[^1].Status} {seen.Pipelines[^1].FailureReason}".TrimEnd() : "";

    private static string Counted(IEnumerable<string> events) =>
        string.Join(", ", events.GroupBy(name => name).Select(group => $"{group.Count()} × {group.Key}"));
}
