using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>A deployment after a decision fails, because somebody else holds the stack: people are told, and repeat it.</summary>
internal sealed class FailedDeploymentChapter : IChapter
{
    public const string Id = "failed-deployment";

    private const string Subject = "the deployment to";

    public string Name => Id;

    public string Title => "a deployment that fails is told, and goes on when it is repeated";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L5", "L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var (cloud, production) = (stage.Cloud, stage.Cloud.Production);
        stage.Say($"somebody else's deployment holds the stack {production.Name}");
        Seen failed;
        using (RehearsalCloud.Lock(production))
        {
            failed = await stage.DecideAsync(stage.First, ModelPackage.Rejected, "The stack is locked meanwhile.", "L4", cancellation);
        }

        stage.Expect(
            "L5",
            "while the stack is locked its deployment fails",
            failed.Pipelines is [{ Status: "failed" }] && production.DeployedVersion == stage.First,
            $"{failed.Pipelines.Count} GitLab pipelines; {stage.Deployed()}"
        );
        var place = $"{Subject} {production.Name} failed";
        stage.ExpectMail("L10", "operations are told of the deployment that failed", failed, RehearsalStack.Operator, place);
        stage.ExpectMail("L5", "so is whoever decided", failed, RehearsalStack.DataScientist, place);

        stage.Say("the stack is free again; an operator repeats GitLab's job");
        var pipeline = failed.Pipelines.Count > 0 ? failed.Pipelines[^1].Id : 0;
        var repeated = await stage.DoAsync(
            () =>
            {
                if (pipeline > 0)
                {
                    cloud.GitLab.Retry(pipeline);
                }
            },
            cancellation
        );
        stage.Expect(
            "L5",
            "repeated, it deploys what was decided, and leaves alone the accounts that have it",
            repeated.Deployments is [var only] && only.Stack == production.Name && production.DeployedVersion is null,
            $"{repeated.Deployments.Count} deployments; {stage.Deployed()}"
        );
        stage.ExpectTold(repeated, production, stage.First, null);
        var again = await stage.ApproveAsync(stage.First, "Approved again.", "L4", cancellation);
        return stage.ExpectDeployed("approved once more, it is deployed once more", again, stage.First);
    }
}
