using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.GitLab;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>GitLab is down while somebody decides: for some minutes, and for good.</summary>
internal sealed class OutageChapter : IChapter
{
    public const string Id = "gitlab-down";

    /// <summary>
    /// Maintenance for longer than a function may run: it gives the event back at once, and Lambda tries it again later.
    /// </summary>
    private static readonly GitLabFault Down = new(503, TimeSpan.FromHours(1));

    /// <summary>A request that GitLab doesn't take, such as for a branch that is gone.</summary>
    private static readonly GitLabFault Refusal = new(400, null);

    /// <summary>Longer than Lambda tries: after one and after two minutes.</summary>
    private static readonly TimeSpan UntilGivenUp = TimeSpan.FromMinutes(10);

    public string Name => Id;

    public string Title => "a decision survives GitLab's outage, or people are told";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L5", "L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        stage.ExpectDelivered();
        await PassAsync(stage, cancellation);
        return await StayAsync(stage, cancellation) && await RefuseAsync(stage, cancellation);
    }

    /// <summary>Lambda tries again, and finds GitLab up.</summary>
    private static async Task PassAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        stage.Say("GitLab answers 503, for maintenance");
        cloud.GitLab.Fault = Down;
        var waiting = await stage.DecideAsync(stage.First, ModelPackage.Rejected, "GitLab is down meanwhile.", "L4", cancellation);
        stage.Expect(
            "L5",
            "while GitLab is down nothing is deployed",
            waiting.Pipelines.Count == 0 && cloud.Scoring.All(account => account.DeployedVersion == stage.First),
            stage.Deployed()
        );
        stage.Say("GitLab is up again");
        cloud.GitLab.Fault = null;
        var delivered = await stage.DoAsync(() => cloud.WaitAsync(TimeSpan.FromMinutes(2), cancellation), cancellation);
        stage.ExpectDeployed(
            "once GitLab is up the decision is delivered: with no version left, batch inference has none",
            delivered,
            null
        );
    }

    /// <summary>All tries fail: a dead letter, which the operators hand over again.</summary>
    private static async Task<bool> StayAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        stage.Say("GitLab answers 503, and stays down");
        cloud.GitLab.Fault = Down;
        var before = cloud.Events.Count;
        var lost = await stage.DecideAsync(
            stage.First,
            ModelPackage.Approved,
            "GitLab is down for long.",
            "L4",
            cancellation,
            () => cloud.WaitAsync(UntilGivenUp, cancellation)
        );
        stage.ExpectMail(
            "L10",
            "operations are told of the decision that never reached GitLab",
            lost,
            RehearsalStack.Operator,
            FunctionNames.ApprovalDeploy
        );
        stage.ExpectMail("L10", "so is whoever decided", lost, RehearsalStack.DataScientist, "not deployed");
        stage.ExpectKept("the event is kept", stage.TakeUndelivered());
        stage.Say("GitLab is up again; the operator hands the event over once more");
        cloud.GitLab.Fault = null;
        var decision = cloud.Events.Skip(before).First(happened => happened.DetailType == "SageMaker Model Package State Change");
        var again = await stage.DoAsync(() => HandOver(cloud, decision), cancellation);
        return stage.ExpectDeployed("handed over again, the decision is deployed", again, stage.First);
    }

    /// <summary>What trying again can't mend isn't tried again.</summary>
    private static async Task<bool> RefuseAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        stage.Say("GitLab refuses the request for good");
        cloud.GitLab.Fault = Refusal;
        var refused = await stage.DecideAsync(stage.First, ModelPackage.Rejected, "GitLab refuses it.", "L4", cancellation);
        cloud.GitLab.Fault = null;
        stage.ExpectMail("L10", "a request that GitLab refuses is told at once", refused, RehearsalStack.DataScientist, "not deployed");
        var approved = await stage.ApproveAsync(stage.First, "GitLab takes requests again.", "L4", cancellation);
        return stage.ExpectDeployed("the next decision is deployed as usual", approved, stage.First);
    }

    private static void HandOver(RehearsalCloud cloud, CloudEvent decision)
    {
        var functions = cloud.Home(AccountRole.Registry).As("operator").Service<LambdaService>();
        var name = cloud
            .Home(AccountRole.Registry)
            .Account.Service<LambdaService>()
            .ListFunctions()
            .Single(function => function.Name.EndsWith(FunctionNames.ApprovalDeploy, StringComparison.Ordinal))
            .Name;
        functions.InvokeLater(name, decision.ToJson().ToJsonString());
    }
}
