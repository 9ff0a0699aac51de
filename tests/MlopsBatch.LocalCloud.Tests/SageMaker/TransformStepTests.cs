using System.Globalization;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class TransformStepTests
{
    /// <summary>Sums the columns of every line; says how many records came in one request with a second column.</summary>
    private const string Serve = """
        import json, os
        def model_fn(model_dir):
            print("loading, on stdout, which is nobody's protocol")
            with open(os.path.join(model_dir, "factor.txt")) as f: return float(f.read())
        def input_fn(body, content_type):
            assert content_type == "text/csv" and isinstance(body, str), (content_type, type(body))
            return [[float(x.strip('"')) for x in line.split(",")] for line in body.splitlines()]
        def predict_fn(rows, model): return [sum(row) * model for row in rows]
        def output_fn(prediction, accept): return "".join("%g,%d\n" % (x, len(prediction)) for x in prediction), accept
        """;

    [Fact]
    public async Task Every_object_is_scored_line_by_line_into_an_out_object()
    {
        await using var cloud = Prepared(Serve);
        cloud.Bucket.PutText("in/a.csv", "1,2\n3,4\n5,6");
        cloud.Bucket.PutText("in/deep/b.csv", "\"7\",8\r\n");
        var execution = await RunAsync(cloud, JobJson.Transform("Score"));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        cloud.Bucket.ReadText("scored/a.csv.out").ShouldBe("30,3\n70,3\n110,3\n");
        cloud.Bucket.ReadText("scored/deep/b.csv.out").ShouldBe("150,1\n");
        execution.Properties("Score")["TransformOutput"]!["S3OutputPath"]!.ToString().ShouldBe("s3://data/scored/");
    }

    [Fact]
    public async Task Single_records_go_one_by_one()
    {
        await using var cloud = Prepared(Serve);
        cloud.Bucket.PutText("in/a.csv", "1,2\n3,4\n5,6\n");
        await RunAsync(cloud, JobJson.Transform("Score", more: ",\"BatchStrategy\":\"SingleRecord\""));
        cloud.Bucket.ReadText("scored/a.csv.out").ShouldBe("30,1\n70,1\n110,1\n");
    }

    [Fact]
    public async Task Requests_are_no_larger_than_the_payload_limit_and_stay_in_order_with_several_at_once()
    {
        await using var cloud = Prepared(Serve);
        var lines = Enumerable.Range(0, 60_000).Select(i => $"{i},{new string('0', 40)}");
        cloud.Bucket.PutText("in/a.csv", string.Join('\n', lines) + "\n");
        await RunAsync(
            cloud,
            JobJson.Transform("Score", more: ",\"BatchStrategy\":\"MultiRecord\",\"MaxPayloadInMB\":1,\"MaxConcurrentTransforms\":3")
        );
        var scored = cloud
            .Bucket.ReadText("scored/a.csv.out")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(','))
            .ToList();
        scored
            .Select(columns => double.Parse(columns[0], CultureInfo.InvariantCulture))
            .ShouldBe(
                Enumerable
                    .Range(0, 60_000)
                    .Select(i => double.Parse((i * 10.0).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
            );
        var sizes = scored.Select(columns => int.Parse(columns[1], CultureInfo.InvariantCulture)).Distinct().ToList();
        sizes.Count.ShouldBeGreaterThan(1);
        sizes.ShouldAllBe(size => size * 42 <= 1024 * 1024);
    }

    [Theory]
    [InlineData("\"InputFilter\":\"$[1:]\"", "20,2\n50,2\n")]
    [InlineData("\"InputFilter\":\"$[0]\"", "990,2\n980,2\n")]
    [InlineData("\"InputFilter\":\"$[-1]\"", "10,2\n30,2\n")]
    [InlineData("\"InputFilter\":\"$[1:]\",\"JoinSource\":\"Input\"", "99,1,1,20,2\n98,2,3,50,2\n")]
    [InlineData("\"InputFilter\":\"$[1:]\",\"JoinSource\":\"Input\",\"OutputFilter\":\"$[0,3]\"", "99,20\n98,50\n")]
    [InlineData("\"InputFilter\":\"$[1:]\",\"OutputFilter\":\"$[0]\"", "20\n50\n")]
    public async Task Filters_choose_columns_and_join_predictions(string processing, string result)
    {
        await using var cloud = Prepared(Serve);
        cloud.Bucket.PutText("in/a.csv", "99,1,1\n98,2,3\n");
        var execution = await RunAsync(
            cloud,
            JobJson.Transform("Score", more: $",\"BatchStrategy\":\"MultiRecord\"" + $",\"DataProcessing\":{{{processing}}}")
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        cloud.Bucket.ReadText("scored/a.csv.out").ShouldBe(result);
    }

    [Fact]
    public async Task Json_lines_are_filtered_and_joined_by_name()
    {
        await using var cloud = Prepared(
            """
            import json
            def model_fn(model_dir): return 10
            def transform_fn(model, body, content_type, accept):
                return "".join(json.dumps({"p": sum(json.loads(line)) * model}) + "\n" for line in body.splitlines())
            """
        );
        cloud.Bucket.PutText("in/a.jsonl", """{"id":"x","f":[1,2]}""" + "\n" + """{"id":"y","f":[3,4]}""" + "\n");
        var execution = await RunAsync(
            cloud,
            JobJson.Transform(
                "Score",
                inputMore: ",\"ContentType\":\"application/jsonlines\",\"SplitType\":\"Line\"",
                outputMore: ",\"Accept\":\"application/jsonlines\",\"AssembleWith\":\"Line\"",
                more: """
                ,"BatchStrategy":"MultiRecord","DataProcessing":{"InputFilter":"$.f","JoinSource":"Input","OutputFilter":"$['id','SageMakerOutput']"}
                """
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        cloud
            .Bucket.ReadText("scored/a.jsonl.out")
            .ShouldBe("""{"id":"x","SageMakerOutput":{"p":30}}""" + "\n" + """{"id":"y","SageMakerOutput":{"p":70}}""" + "\n");
    }

    [Fact]
    public async Task Without_split_type_an_object_is_one_request()
    {
        await using var cloud = Prepared(Serve);
        cloud.Bucket.PutText("in/a.csv", "1,2\n3,4\n");
        cloud.Bucket.PutText("in/b.csv", new string('1', (1024 * 1024) + 1));
        var execution = await RunAsync(
            cloud,
            JobJson.Transform(
                "Score",
                inputMore: ",\"ContentType\":\"text/csv\"",
                outputMore: ",\"Accept\":\"text/csv\"",
                more: ",\"MaxPayloadInMB\":1"
            )
        );
        cloud.Bucket.ReadText("scored/a.csv.out").ShouldBe("30,2\n70,2\n");
        execution
            .Step("Score")
            .FailureReason.ShouldBe(
                "AlgorithmError: 1 of 2 objects failed. s3://data/in/b.csv: an object without SplitType is larger than "
                    + "MaxPayloadInMB (1 MB) allows"
            );
    }

    [Fact]
    public async Task One_bad_object_fails_the_job_and_leaves_no_partial_output()
    {
        await using var cloud = Prepared(Serve);
        cloud.Bucket.PutText("in/a.csv", "1,2\n");
        cloud.Bucket.PutText("in/b.csv", "1,2\nheader,x\n");
        cloud.Bucket.PutText("in/c.csv", "3,4\n");
        var execution = await RunAsync(cloud, JobJson.Transform("Score"));
        execution
            .Step("Score")
            .FailureReason.ShouldBe(
                "AlgorithmError: 1 of 3 objects failed. s3://data/in/b.csv: ValueError: could not convert string to float: 'header'"
            );
        cloud.Bucket.List("scored/").Select(item => item.Key).ShouldBe(["scored/a.csv.out", "scored/c.csv.out"]);
    }

    [Theory]
    [InlineData("def model_fn(d): raise RuntimeError('no such model')", "RuntimeError: no such model")]
    [InlineData("import os\ndef model_fn(d): os._exit(3)", "the model's process ended with exit code 3 when it should load the model: ")]
    [InlineData("x = 1", "AttributeError: serve.py has no model_fn(model_dir)")]
    [InlineData(
        "def model_fn(d): return 1\ndef transform_fn(m, b, c, a): return ''\ndef predict_fn(d, m): return d",
        "AttributeError: serve.py has transform_fn, so it must not have predict_fn"
    )]
    [InlineData("import missing_module", "ModuleNotFoundError: No module named 'missing_module'")]
    public async Task A_model_that_cannot_be_loaded_fails_the_job(string script, string reason)
    {
        await using var cloud = Prepared(script);
        cloud.Bucket.PutText("in/a.csv", "1,2\n");
        var execution = await RunAsync(cloud, JobJson.Transform("Score"));
        execution
            .Step("Score")
            .FailureReason.ShouldBe("AlgorithmError: the model s3://data/models/model.tar.gz can't be served: " + reason);
    }

    [Fact]
    public async Task A_model_that_dies_in_the_middle_fails_the_object()
    {
        await using var cloud = Prepared(
            """
            import os, sys
            def model_fn(d): return 1
            def transform_fn(m, body, c, a):
                print("out of memory", file=sys.stderr); sys.stderr.flush(); os.kill(os.getpid(), 9)
            """
        );
        cloud.Bucket.PutText("in/a.csv", "1,2\n");
        var execution = await RunAsync(cloud, JobJson.Transform("Score"));
        execution
            .Step("Score")
            .FailureReason.ShouldBe(
                "AlgorithmError: 1 of 1 objects failed. s3://data/in/a.csv: the model's process ended with exit code 137 "
                    + "when it should answer: out of memory"
            );
    }

    [Fact]
    public async Task A_model_that_never_answers_is_given_up()
    {
        await using var cloud = Prepared(
            """
            import time
            def model_fn(d): return 1
            def transform_fn(m, b, c, a): time.sleep(600)
            """
        );
        cloud.Bucket.PutText("in/a.csv", "1,2\n");
        var execution = await RunAsync(
            cloud,
            JobJson.Transform("Score", more: ",\"ModelClientConfig\":{\"InvocationsTimeoutInSeconds\":1}")
        );
        execution
            .Step("Score")
            .FailureReason.ShouldBe("ClientError: the model gave no answer within 1 s (ModelClientConfig.InvocationsTimeoutInSeconds).");
        cloud.Cloud.Meter.Alive.ShouldBe(0);
    }

    [Theory]
    [InlineData(
        ",\"MaxPayloadInMB\":60,\"MaxConcurrentTransforms\":2",
        "MaxPayloadInMB × MaxConcurrentTransforms is 60 × 2; it must not exceed 100."
    )]
    [InlineData(
        ",\"DataProcessing\":{\"InputFilter\":\"x[1:]\"}",
        "InputFilter 'x[1:]' is no JSONPath that batch transform knows; examples are $, $[1:], $[0,2], $.name, $['a','b']."
    )]
    [InlineData(
        ",\"DataProcessing\":{\"JoinSource\":\"Input\"}",
        "JoinSource Input with text/csv needs SplitType Line, AssembleWith Line and Accept text/csv.",
        ",\"Accept\":\"text/csv\""
    )]
    public async Task Members_that_do_not_fit_together_are_refused(
        string more,
        string reason,
        string outputMore = ",\"Accept\":\"text/csv\",\"AssembleWith\":\"Line\""
    )
    {
        await using var cloud = Prepared(Serve);
        cloud.Bucket.PutText("in/a.csv", "1,2\n");
        var execution = await RunAsync(cloud, JobJson.Transform("Score", more: more, outputMore: outputMore));
        execution.Step("Score").FailureReason.ShouldBe("ClientError: " + reason);
    }

    [Fact]
    public async Task Another_count_of_predictions_cannot_be_joined()
    {
        await using var cloud = Prepared(
            """
            def model_fn(d): return 1
            def transform_fn(m, b, c, a): return "1\n"
            """
        );
        cloud.Bucket.PutText("in/a.csv", "1,2\n3,4\n");
        var execution = await RunAsync(
            cloud,
            JobJson.Transform("Score", more: ",\"BatchStrategy\":\"MultiRecord\",\"DataProcessing\":{\"JoinSource\":\"Input\"}")
        );
        execution
            .Step("Score")
            .FailureReason.ShouldBe(
                "AlgorithmError: 1 of 1 objects failed. s3://data/in/a.csv: the model answered 2 records with 1 "
                    + "predictions, so they can't be joined or filtered"
            );
    }

    [Fact]
    public async Task The_default_handlers_are_those_of_the_scikit_learn_container()
    {
        await using var cloud = Prepared(
            """
            class Model:
                def predict(self, data):
                    assert str(data.dtype) == "float32"
                    return data.sum(axis=1)
            def model_fn(d): return Model()
            """
        );
        cloud.Bucket.PutText("in/a.csv", "1,2\n3,4.5\n");
        var execution = await RunAsync(cloud, JobJson.Transform("Score"));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        cloud.Bucket.ReadText("scored/a.csv.out").ShouldBe("3.0\n7.5\n");
    }

    private static Task<PipelineExecution> RunAsync(TestCloud cloud, string transform) =>
        cloud.RunAsync(Json.Definition(JobJson.Model("CreateModel", JobJson.ScikitContainer()), transform));

    private static TestCloud Prepared(string script)
    {
        var cloud = new TestCloud();
        cloud.Bucket.PutArchive("models/model.tar.gz", ("factor.txt", "10"), ("code/serve.py", script));
        return cloud;
    }
}
