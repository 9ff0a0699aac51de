namespace MlopsBatch.Rehearsal.Tests;

/// <summary>Rehearsals of data that a person brings.</summary>
public sealed class OwnDataTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_own_batch_keeps_its_name_up_to_the_schedule()
    {
        const string Name = "dt=2026-11-20 greeting+file (2) 100%, ä.csv";
        static string Lines(int from, int count, Func<int, string> line) =>
            string.Concat(Enumerable.Range(from, count).Select(i => line(i) + "\n"));
        static string Features(int i) => $"{i % 17},{i % 23}";
        static string Target(int i) => $"{(3 * (i % 17)) + (i % 23)}";
        var report = await TestRehearsal.PlayAsync(
            TestOptions.In(_folder) with
            {
                TrainingData = _folder.File("train.csv", Lines(0, 300, i => $"{Features(i)},{Target(i)}")),
                InferenceData = _folder.File(Name, Lines(300, 120, Features)),
                GroundTruth = _folder.File("truth.csv", Lines(300, 120, Target)),
                Only = "night",
            }
        );
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report
            .Executions.Where(execution => execution.Pipeline == "batch-inference")
            .Select(execution => execution.Trigger)
            .ShouldContain($"schedule, with {Name}");
    }

    [Fact]
    public async Task A_header_that_was_not_announced_is_named_before_anything_runs()
    {
        var csv = _folder.File(
            "train.csv",
            string.Concat("height,weight,price\n", string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{i * 2},{i * 3}\n")))
        );
        var fault = await Should.ThrowAsync<RehearsalException>(() =>
            TestRehearsal.PlayAsync(TestOptions.In(_folder) with { TrainingData = csv })
        );
        fault.Message.ShouldContain("header");
        fault.Message.ShouldContain("train.csv");
    }

    public void Dispose() => _folder.Dispose();
}
