using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>A crash is no verdict: operations are told, and nothing is trained.</summary>
internal sealed class CrashChapter : IChapter
{
    public const string Id = "crash";

    private const string Batch = "broken.csv";

    public string Name => Id;

    public string Title => "a batch that can't be read is told to operations and starts no training";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L8", "L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var account = stage.Cloud.Production;
        var seen = await stage.DoAsync(
            () => account.UploadText(account.Layout.InferenceData.Key(Batch), "this,is,no,batch\n"),
            cancellation
        );
        var execution = seen.Execution(PipelineKind.BatchInference);
        stage.Expect(
            "L10",
            "a batch that can't be read fails the execution",
            execution?.Status == "Failed" && !execution.EndsInViolation(),
            execution.Ending()
        );
        stage.ExpectMail("L10", "operations get one mail with the reason", seen, RehearsalStack.Operator, Batch);
        stage.Expect(
            "L8",
            "a crash doesn't start the training with HPO",
            seen.Execution(PipelineKind.TrainingWithHpo) is null,
            $"{seen.Executions.Count} executions"
        );
        return true;
    }
}
