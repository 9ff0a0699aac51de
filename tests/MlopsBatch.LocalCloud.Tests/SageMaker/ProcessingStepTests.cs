using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class ProcessingStepTests
{
    [Fact]
    public async Task Data_goes_from_the_inputs_through_the_script_to_the_outputs_and_on_to_the_next_step()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("raw/a.csv", "1\n2\n");
        cloud.Bucket.PutText("raw/deep/b.csv", "3\n");
        cloud.PutScript(
            "double",
            """
            import os, pathlib
            root = pathlib.Path(os.environ["SAGEMAKER_BASE_DIR"]) / "processing"
            for source in sorted((root / "input" / "raw").rglob("*.csv")):
                lines = [str(int(line) * 2) for line in source.read_text().split()]
                (root / "output" / "doubled" / source.name).write_text("\n".join(lines) + "\n")
            """
        );
        var definition = Json.Definition(
            Json.Script("First", "double", Json.Input("raw", "\"s3://data/raw/\""), Json.Output("doubled", "first")),
            Json.Script(
                "Second",
                "double",
                Json.Input("raw", """{"Get":"Steps.First.ProcessingOutputConfig.Outputs['doubled'].S3Output.S3Uri"}"""),
                Json.Output("doubled", "second")
            )
        );

        var execution = await cloud.RunAsync(definition);

        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        cloud.Bucket.ReadText($"second/{execution.Id}/doubled/a.csv").ShouldBe("4\n8\n");
        cloud.Bucket.ReadText($"second/{execution.Id}/doubled/b.csv").ShouldBe("12\n");
        execution.Properties("First")["ProcessingJobStatus"]!.ToString().ShouldBe("Completed");
        Directory.EnumerateFileSystemEntries(cloud.JobsFolder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_sees_its_arguments_environment_and_config_files_and_no_more()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript(
            "look",
            """
            import json, os, sys
            root = os.environ["SAGEMAKER_BASE_DIR"]
            with open(root + "/config/processingjobconfig.json") as f: config = json.load(f)
            with open(root + "/config/resourceconfig.json") as f: resources = json.load(f)
            seen = {"args": sys.argv[1:], "env": dict(os.environ), "job": config["ProcessingJobName"], "hosts": resources["hosts"],
                    "own_group": os.getpgid(0) == os.getpid()}
            with open(root + "/processing/output/seen/seen.json", "w") as f: json.dump(seen, f)
            """
        );

        var execution = await cloud.RunAsync(
            Json.Definition(
                [
                    Json.Script(
                        "Look",
                        "look",
                        outputs: Json.Output("seen"),
                        arguments: """ "--n",{"Std:Join":{"On":"","Values":[{"Get":"Parameters.N"}]}},"/opt/ml/processing/x","plain" """,
                        more: ""","Environment":{"MODE":"test","WHERE":"/opt/ml/processing"}"""
                    ),
                ],
                """{"Name":"N","Type":"Integer","DefaultValue":3}"""
            )
        );

        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var seen = JsonNode.Parse(cloud.Bucket.ReadText($"out/{execution.Id}/seen/seen.json"))!;
        var environment = (JsonObject)seen["env"]!;
        var root = environment["SAGEMAKER_BASE_DIR"]!.ToString();
        seen["args"]!.AsArray().Select(item => item!.ToString()).ShouldBe(["--n", "3", root + "/processing/x", "plain"]);
        environment["MODE"]!.ToString().ShouldBe("test");
        environment["WHERE"]!.ToString().ShouldBe(root + "/processing");
        seen["job"]!.ToString().ShouldStartWith($"pipelines-{execution.Id}-Look-");
        seen["hosts"]!.ToJsonString().ShouldBe("""["algo-1"]""");
        seen["own_group"]!.GetValue<bool>().ShouldBeTrue();
        environment
            .Select(p => p.Key)
            .Except(["LC_CTYPE", "PWD", "OLDPWD", "SHLVL", "_"])
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "AWS_DEFAULT_REGION",
                "AWS_REGION",
                "HOME",
                "LANG",
                "MKL_NUM_THREADS",
                "MODE",
                "OMP_NUM_THREADS",
                "OPENBLAS_NUM_THREADS",
                "PATH",
                "PYTHONDONTWRITEBYTECODE",
                "PYTHONUNBUFFERED",
                "SAGEMAKER_BASE_DIR",
                "TMPDIR",
                "WHERE",
            ]);
    }

    [Fact]
    public async Task A_script_that_fails_gives_its_message_as_the_reason()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript(
            "fails",
            """
            import os, sys
            with open(os.environ["SAGEMAKER_BASE_DIR"] + "/output/message", "w") as f: f.write("column 3 of a.csv is no number")
            sys.exit(1)
            """
        );

        var execution = await cloud.RunAsync(Json.Definition(Json.Script("Prepare", "fails")));

        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.FailureReason.ShouldBe("Step failure: One or multiple steps failed.");
        execution.Step("Prepare").FailureReason.ShouldBe("AlgorithmError: column 3 of a.csv is no number, exit code: 1");
        Directory.EnumerateDirectories(cloud.JobsFolder).ShouldHaveSingleItem("the folder of a failed job stays for a look");
    }

    [Theory]
    [InlineData("raise ValueError('bad row 7')", "ValueError: bad row 7, exit code: 1")]
    [InlineData("import sys; sys.exit(3)", "AlgorithmError: the script printed nothing, exit code: 3")]
    [InlineData("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "exit code: 137 (killed by signal 9)")]
    public async Task A_script_that_says_nothing_is_quoted_from_its_log(string python, string reason)
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("fails", python);
        var execution = await cloud.RunAsync(Json.Definition(Json.Script("Prepare", "fails")));
        execution.Step("Prepare").FailureReason.ShouldEndWith(reason);
    }

    [Theory]
    [InlineData("s3://data/none/", "No S3 objects found under S3 URL 's3://data/none/'.")]
    [InlineData("s3://other/none", "There is no bucket 'other'.")]
    public async Task An_input_that_is_not_there_fails_the_step(string uri, string reason)
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("any", "pass");
        var execution = await cloud.RunAsync(Json.Definition(Json.Script("Prepare", "any", Json.Input("raw", $"\"{uri}\""))));
        execution.Step("Prepare").FailureReason.ShouldBe("ClientError: " + reason);
    }

    [Fact]
    public async Task A_symbolic_link_in_an_output_fails_the_step()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("links", "import os; os.symlink('/etc/passwd', os.environ['SAGEMAKER_BASE_DIR'] + '/processing/output/o/x')");
        var execution = await cloud.RunAsync(Json.Definition(Json.Script("Prepare", "links", outputs: Json.Output("o"))));
        execution.Step("Prepare").FailureReason.ShouldBe("ClientError: The output 'x' is a symbolic link; outputs must be files.");
        cloud.Bucket.List("out/").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_local_cloud_does_not_emulate_is_refused_by_name()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("any", "pass");
        var step = Json.Script("Prepare", "any");
        async Task<string?> Reason(string old, string replacement)
        {
            step.ShouldContain(old);
            return (await cloud.RunAsync(Json.Definition(step.Replace(old, replacement, StringComparison.Ordinal))))
                .Step("Prepare")
                .FailureReason;
        }
        (await Reason(Json.Image, "444455556666.dkr.ecr.eu-west-1.amazonaws.com/own:1")).ShouldBe(
            "ClientError: The local cloud can't run the image '444455556666.dkr.ecr.eu-west-1.amazonaws.com/own:1' in a "
                + "Processing job: it emulates 'sagemaker-scikit-learn' only. Use that image's URI, or run this step in AWS."
        );
        (await Reason("\"InstanceCount\":1", "\"InstanceCount\":2")).ShouldBe(
            "ClientError: ProcessingResources.ClusterConfig.InstanceCount is 2; the local cloud is one machine and runs "
                + "such jobs with 1 only."
        );
        (await Reason("/opt/ml/processing/input/code\"", "/opt/ml/processing/../../etc\"")).ShouldBe(
            "ClientError: LocalPath '/opt/ml/processing/../../etc' must be below /opt/ml/processing."
        );
        (await Reason("\"File\"", "\"Pipe\"")).ShouldStartWith("ClientError: Input 'code': the local cloud emulates");
    }
}
