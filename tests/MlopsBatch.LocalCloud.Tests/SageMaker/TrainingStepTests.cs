using System.Formats.Tar;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class TrainingStepTests
{
    private const string Look = """
        import json, os, sys
        with open(os.environ["SM_MODEL_DIR"] + "/model.json", "w") as f: json.dump({"args": sys.argv[1:], "env": dict(os.environ), "cwd": os.getcwd()}, f)
        base = os.environ["SAGEMAKER_BASE_DIR"]
        with open(os.environ["SM_OUTPUT_DATA_DIR"] + "/configs.json", "w") as f:
            json.dump({n: json.load(open(base + "/input/config/" + n + ".json")) for n in ("hyperparameters", "inputdataconfig", "resourceconfig")}, f)
        print(open(os.environ["SM_CHANNEL_TRAIN"] + "/x.csv").read())
        print("validation:mse=3.5"); print("validation:mse=2.5e-1", file=sys.stderr)
        """;

    [Fact]
    public async Task A_script_sees_what_the_framework_container_gives_it()
    {
        await using var cloud = Prepared(Look);
        var execution = await cloud.RunAsync(
            Json.Definition(
                JobJson.Training(
                    "Train",
                    ",\"max_depth\":\"2\",\"rate\":\"0.5\",\"name\":\"plain\",\"flag\":\"true\",\"k\":\"1\"",
                    JobJson.Channel("train", "s3://data/train/"),
                    ",\"Environment\":{\"MODE\":\"x\"}"
                )
            )
        );

        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var properties = execution.Properties("Train");
        var job = properties["TrainingJobName"]!.ToString();
        var artifact = properties["ModelArtifacts"]!["S3ModelArtifacts"]!.ToString();
        artifact.ShouldBe($"s3://data/models/{job}/output/model.tar.gz");
        properties["FinalMetricDataList"]![0]!["Value"]!
            .GetValue<double>()
            .ShouldBe(0.25, "the last match counts, wherever it was printed");

        var seen = JsonNode.Parse(cloud.Bucket.ReadArchive($"models/{job}/output/model.tar.gz")["model.json"])!;
        var environment = seen["env"]!;
        var root = environment["SAGEMAKER_BASE_DIR"]!.ToString();
        seen["args"]!.ToJsonString().ShouldBe("""["--flag","True","-k","1","--max_depth","2","--name","plain","--rate","0.5"]""");
        seen["cwd"]!.ToString().ShouldBe(root + "/code");
        environment["SM_HP_MAX_DEPTH"]!.ToString().ShouldBe("2");
        environment["SM_HPS"]!.ToString().ShouldBe("""{"flag":true,"k":1,"max_depth":2,"name":"plain","rate":0.5}""");
        environment["SM_CHANNELS"]!.ToString().ShouldBe("""["code","train"]""");
        environment["SM_CHANNEL_TRAIN"]!.ToString().ShouldBe(root + "/input/data/train");
        environment["SM_CURRENT_HOST"]!.ToString().ShouldBe("algo-1");
        environment["SM_NUM_GPUS"]!.ToString().ShouldBe("0");
        environment["SM_MODULE_NAME"]!.ToString().ShouldBe("train");
        environment["TRAINING_JOB_NAME"]!.ToString().ShouldBe(job);
        environment["MODE"]!.ToString().ShouldBe("x");
        JsonNode.Parse(environment["SM_TRAINING_ENV"]!.ToString())!["hyperparameters"]!["max_depth"]!.GetValue<int>().ShouldBe(2);

        var configs = JsonNode.Parse(cloud.Bucket.ReadArchive($"models/{job}/output/output.tar.gz")["configs.json"])!;
        configs["hyperparameters"]!["max_depth"]!.ToString().ShouldBe("2");
        configs["hyperparameters"]!["sagemaker_program"]!.ToString().ShouldBe("\"train.py\"");
        configs["inputdataconfig"]!["train"]!["TrainingInputMode"]!.ToString().ShouldBe("File");
        configs["resourceconfig"]!["hosts"]!.ToJsonString().ShouldBe("""["algo-1"]""");
    }

    [Fact]
    public async Task The_same_model_files_make_the_same_archive()
    {
        const string script = """
            import os
            os.makedirs(os.environ["SM_MODEL_DIR"] + "/code")
            for n in ("b", "a", "code/c"):
                with open(os.environ["SM_MODEL_DIR"] + "/" + n, "w") as f: f.write(n)
            os.chmod(os.environ["SM_MODEL_DIR"] + "/a", 0o600)
            """;
        await using var cloud = Prepared(script);
        var definition = Json.Definition(JobJson.Training("Train", ""));
        var first = await cloud.RunAsync(definition);
        var second = await cloud.RunAsync(definition);
        var tags = cloud.Bucket.List("models/").Select(item => item.ETag).ToList();
        first.Id.ShouldNotBe(second.Id);
        tags.Count.ShouldBe(2);
        tags.Distinct().ShouldHaveSingleItem();
        cloud.Bucket.ReadArchive(cloud.Bucket.List("models/")[0].Key).Keys.ShouldBe(["a", "b", "code/c"]);
    }

    [Fact]
    public async Task A_failure_file_is_the_reason()
    {
        await using var cloud = Prepared(
            """
            import os, sys
            with open(os.environ["SAGEMAKER_BASE_DIR"] + "/output/failure", "w") as f: f.write("unknown hyperparameter 'dept'" + "!" * 3000)
            sys.exit(2)
            """
        );
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Training("Train", "")));
        var reason = execution.Step("Train").FailureReason!;
        reason.ShouldStartWith("AlgorithmError: unknown hyperparameter 'dept'!!!");
        reason.Length.ShouldBe(1024);
        cloud.Bucket.List("models/").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_that_hangs_is_stopped_by_its_stopping_condition()
    {
        await using var cloud = Prepared("import time; time.sleep(600)");
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Training("Train", "", maxRuntime: 1)));
        execution
            .Step("Train")
            .FailureReason.ShouldNotBeNull()
            .ShouldEndWith("ran longer than its StoppingCondition allows (1 s) and was stopped.");
        cloud.Cloud.Meter.Alive.ShouldBe(0);
    }

    [Fact]
    public async Task An_isolated_job_must_not_name_what_it_cannot_reach()
    {
        await using var cloud = Prepared("pass");
        const string isolated = ",\"EnableNetworkIsolation\":true";
        var named = await cloud.RunAsync(Json.Definition(JobJson.Training("Train", ",\"data\":\"s3://data/x\"", more: isolated)));
        named
            .Step("Train")
            .FailureReason.ShouldBe(
                "ClientError: The hyperparameter 'data' is s3://data/x, but a job with network isolation can't reach S3. "
                    + "Give it the object as a channel and its path below /opt/ml/input/data."
            );
        (await cloud.RunAsync(Json.Definition(JobJson.Training("Train", ",\"data\":\"s3://data/x\"")))).Status.ShouldBe(
            ExecutionStatus.Succeeded
        );

        cloud.Bucket.PutArchive("source/sourcedir.tar.gz", ("train.py", "pass"), ("requirements.txt", "numpy"));
        var installs = await cloud.RunAsync(Json.Definition(JobJson.Training("Train", "", more: isolated)));
        installs.Step("Train").FailureReason.ShouldNotBeNull().ShouldContain("holds a requirements.txt");
    }

    [Fact]
    public async Task An_archive_cannot_write_outside_its_folder()
    {
        await using var cloud = new TestCloud();
        var definition = Json.Definition(JobJson.Training("Train", ""));
        cloud.Bucket.PutArchive("source/sourcedir.tar.gz", ("../../escape.py", "pass"));
        (await cloud.RunAsync(definition))
            .Step("Train")
            .FailureReason.ShouldBe(
                "ClientError: 'sourcedir.tar.gz' holds '../../escape.py', which leads out of the folder that it is unpacked to."
            );
        cloud.Bucket.PutArchive(
            "source/sourcedir.tar.gz",
            new PaxTarEntry(TarEntryType.SymbolicLink, "train.py") { LinkName = "/etc/passwd" }
        );
        (await cloud.RunAsync(definition))
            .Step("Train")
            .FailureReason.ShouldBe(
                "ClientError: 'sourcedir.tar.gz' holds 'train.py' of type SymbolicLink; only files and folders are unpacked."
            );
        cloud.Bucket.PutText("source/sourcedir.tar.gz", "no archive");
        (await cloud.RunAsync(definition))
            .Step("Train")
            .FailureReason.ShouldNotBeNull()
            .ShouldStartWith("ClientError: 'sourcedir.tar.gz' is no intact tar.gz archive");
        cloud.Bucket.PutArchive("source/sourcedir.tar.gz", ("other.py", "pass"));
        (await cloud.RunAsync(definition))
            .Step("Train")
            .FailureReason.ShouldBe(
                "ClientError: sagemaker_program is 'train.py', but there is no such Python file at the root of "
                    + "'/opt/ml/input/data/code/sourcedir.tar.gz'."
            );
    }

    private static TestCloud Prepared(string script)
    {
        var cloud = new TestCloud();
        cloud.Bucket.PutArchive("source/sourcedir.tar.gz", ("train.py", script));
        cloud.Bucket.PutText("train/x.csv", "1,2\n");
        return cloud;
    }
}
