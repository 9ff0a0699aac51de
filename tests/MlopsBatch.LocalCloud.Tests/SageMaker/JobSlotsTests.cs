using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class JobSlotsTests
{
    [Fact]
    public async Task No_more_processes_run_than_the_machine_is_given()
    {
        await using var cloud = new TestCloud(options => options with { MaxConcurrentJobs = 2 });
        // Every script notes how many are running when it starts; the first stays until another is there, however long that takes.
        cloud.PutScript(
            "count",
            $$"""
            import os, time
            folder = "{{cloud.Root}}/running"
            os.makedirs(folder, exist_ok=True)
            me = os.path.join(folder, str(os.getpid()))
            open(me, "w").close()
            with open("{{cloud.Root}}/counts", "a") as f: f.write("%d\n" % len(os.listdir(folder)))
            deadline = time.monotonic() + 60
            while not os.path.exists("{{cloud.Root}}/met") and time.monotonic() < deadline:
                if len(os.listdir(folder)) > 1: open("{{cloud.Root}}/met", "w").close()
                time.sleep(0.01)
            os.remove(me)
            """
        );
        var execution = await cloud.RunAsync(Json.Definition(Enumerable.Range(0, 6).Select(i => Json.Script($"S{i}", "count"))));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var counts = File.ReadAllLines(Path.Combine(cloud.Root, "counts")).Select(int.Parse).ToList();
        counts.Count.ShouldBe(6);
        counts.Max().ShouldBe(2);
    }

    [Fact]
    public async Task A_transform_takes_more_processes_only_where_slots_are_free()
    {
        await using var cloud = new TestCloud(options => options with { MaxConcurrentJobs = 2 });
        cloud.Bucket.PutArchive(
            "models/model.tar.gz",
            (
                "code/serve.py",
                $$"""
                import os
                def model_fn(d):
                    with open("{{cloud.Root}}/loads", "a") as f: f.write("x")
                    return 1
                def transform_fn(m, body, c, a): return body
                """
            )
        );
        cloud.Bucket.PutText("in/a.csv", "1\n2\n");
        var execution = await cloud.RunAsync(
            Json.Definition(
                JobJson.Model("CreateModel", JobJson.ScikitContainer()),
                JobJson.Transform("Score", more: ",\"MaxConcurrentTransforms\":8,\"MaxPayloadInMB\":1")
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        File.ReadAllText(Path.Combine(cloud.Root, "loads")).ShouldBe("xx");
    }
}
