using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class QualityCheckStepTests
{
    /// <summary>Stands for data_quality.py: notes how it was called, and finds one violation if the data say so.</summary>
    private const string Analyzer = """
        import json, os, sys
        base = os.environ["SAGEMAKER_BASE_DIR"]
        args = dict(zip(sys.argv[1::2], sys.argv[2::2]))
        data = open(base + "/processing/input/baseline_dataset_input/baseline.csv").read()
        baseline = None
        if args["--mode"] == "check":
            baseline = [json.load(open(base + "/processing/input/baseline_%s/%s.json" % (n, n))) for n in ("statistics", "constraints")]
        def write(name, content):
            with open(base + "/processing/output/" + name + ".json", "w") as f: json.dump(content, f)
        write("statistics", {"args": args, "baseline": baseline, "format": os.environ["dataset_format"]})
        write("constraints", {})
        if args["--mode"] == "check":
            write("constraint_violations", {"violations": [{"feature_name": "age"}] if "drift" in data else []})
        """;

    [Theory]
    [InlineData(false, false, "check", "previous")]
    [InlineData(false, true, "check", "calculated")]
    [InlineData(true, false, "baseline", "previous")]
    [InlineData(true, true, "baseline", "calculated")]
    public async Task The_table_of_skip_check_and_register_new_baseline_holds(bool skip, bool register, string mode, string used)
    {
        await using var cloud = Prepared();
        Approve(cloud, "old", ModelPackage.Approved);
        Approve(cloud, "previous", ModelPackage.Approved);
        Approve(cloud, "rejected", ModelPackage.Rejected);

        var execution = await cloud.RunAsync(Json.Definition(JobJson.QualityCheck("Check", skip, register)));

        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var calculated = $"s3://data/monitoring/{execution.Id}/statistics.json";
        var properties = execution.Properties("Check");
        properties["CalculatedBaselineStatistics"]!.ToString().ShouldBe(calculated);
        properties["CalculatedBaselineConstraints"]!.ToString().ShouldBe($"s3://data/monitoring/{execution.Id}/constraints.json");
        properties["BaselineUsedForDriftCheckStatistics"]!
            .ToString()
            .ShouldBe(used == "previous" ? "s3://data/previous/statistics.json" : calculated);

        var written = JsonNode.Parse(cloud.Bucket.ReadText($"monitoring/{execution.Id}/statistics.json"))!;
        written["args"]!
            .ToJsonString()
            .ShouldBe(
                $$"""{"--mode":"{{mode}}","--skip-check":"{{(skip ? "true" : "false")}}","--register-new-baseline":"{{(register ? "true" : "false")}}"}"""
            );
        written["baseline"]?.ToJsonString().ShouldBe(mode == "check" ? """[{"name":"previous"},{"name":"previous"}]""" : null);
        written["format"]!.ToString().ShouldStartWith("{\"csv\"");
        var metadata = execution.Step("Check").Metadata["qualityCheck"]!;
        metadata["checkType"]!.ToString().ShouldBe("DATA_QUALITY");
        metadata["skipCheck"]!.GetValue<bool>().ShouldBe(skip);
        (metadata["violationReport"] is not null).ShouldBe(mode == "check");
    }

    [Fact]
    public async Task What_the_step_supplies_comes_before_the_registry()
    {
        await using var cloud = Prepared();
        Approve(cloud, "previous", ModelPackage.Approved);
        PutBaseline(cloud, "supplied");
        const string supplied =
            ""","SuppliedBaselineStatistics":{"Std:Join":{"On":"/","Values":["s3://data","supplied/statistics.json"]} },"SuppliedBaselineConstraints":"s3://data/supplied/constraints.json" """;
        var execution = await cloud.RunAsync(Json.Definition(JobJson.QualityCheck("Check", skip: false, register: false, supplied)));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        execution.Properties("Check")["BaselineUsedForDriftCheckConstraints"]!.ToString().ShouldBe("s3://data/supplied/constraints.json");
        cloud.Bucket.ReadText($"monitoring/{execution.Id}/statistics.json").ShouldContain("supplied");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Without_a_previous_baseline_only_the_first_run_setting_works(bool skip, bool register)
    {
        await using var cloud = Prepared();
        var execution = await cloud.RunAsync(Json.Definition(JobJson.QualityCheck("Check", skip, register)));
        execution
            .Step("Check")
            .FailureReason.ShouldBe(
                "ClientError: There is no previous baseline of data quality: no approved version of the group has "
                    + "DriftCheckBaselines and none is supplied. For the first run set SkipCheck and RegisterNewBaseline to "
                    + "true."
            );
        (await cloud.RunAsync(Json.Definition(JobJson.QualityCheck("Check", skip: true, register: true)))).Status.ShouldBe(
            ExecutionStatus.Succeeded
        );
    }

    [Theory]
    [InlineData("", ExecutionStatus.Failed)]
    [InlineData(",\"FailOnViolation\":true", ExecutionStatus.Failed)]
    [InlineData(",\"FailOnViolation\":false", ExecutionStatus.Succeeded)]
    [InlineData(",\"FailOnViolation\":{\"Get\":\"Parameters.Strict\"}", ExecutionStatus.Succeeded)]
    public async Task A_violation_fails_the_step_unless_it_is_told_otherwise(string failOnViolation, ExecutionStatus status)
    {
        await using var cloud = Prepared();
        Approve(cloud, "previous", ModelPackage.Approved);
        cloud.Bucket.PutText("baseline/baseline.csv", "age\ndrift\n");
        var execution = await cloud.RunAsync(
            Json.Definition(
                [JobJson.QualityCheck("Check", skip: false, register: false, failOnViolation)],
                """{"Name":"Strict","Type":"Boolean","DefaultValue":false}"""
            )
        );
        execution.Status.ShouldBe(status);
        var report = $"s3://data/monitoring/{execution.Id}/constraint_violations.json";
        execution.Step("Check").Metadata["qualityCheck"]!["violationReport"]!.ToString().ShouldBe(report);
        execution
            .Step("Check")
            .FailureReason.ShouldBe(
                status == ExecutionStatus.Failed ? $"ClientError: Quality check failed. See violation report: {report}" : null
            );
        cloud.Bucket.ReadText($"monitoring/{execution.Id}/constraint_violations.json").ShouldContain("age");
    }

    [Fact]
    public async Task An_analyzer_that_fails_is_no_violation()
    {
        await using var cloud = Prepared("import sys; sys.exit('baseline.csv is empty')");
        var execution = await cloud.RunAsync(Json.Definition(JobJson.QualityCheck("Check", skip: true, register: true)));
        execution.Step("Check").FailureReason.ShouldBe("AlgorithmError: baseline.csv is empty, exit code: 1");
    }

    [Fact]
    public async Task A_cloud_without_analyzer_says_what_is_missing()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("baseline/baseline.csv", "age\n1\n");
        var execution = await cloud.RunAsync(Json.Definition(JobJson.QualityCheck("Check", skip: true, register: true)));
        execution
            .Step("Check")
            .FailureReason.ShouldBe(
                "ClientError: The local cloud was set up without DataQualityScript, which stands for the Model Monitor analyzer."
            );
    }

    private static void Approve(TestCloud cloud, string baseline, string status)
    {
        PutBaseline(cloud, baseline);
        var package = cloud.SageMaker.Registry.CreateModelPackage(
            (JsonObject)
                JsonNode.Parse(
                    $$"""
                    {"ModelPackageGroupName":"group","DriftCheckBaselines":{"ModelDataQuality":{
                      "Statistics":{"ContentType":"application/json","S3Uri":"s3://data/{{baseline}}/statistics.json"},
                      "Constraints":{"ContentType":"application/json","S3Uri":"s3://data/{{baseline}}/constraints.json"} } } }
                    """
                )!
        );
        cloud.SageMaker.Registry.UpdateModelPackage(package.Arn, status);
    }

    private static void PutBaseline(TestCloud cloud, string name)
    {
        cloud.Bucket.PutText($"{name}/statistics.json", $$"""{"name":"{{name}}"}""");
        cloud.Bucket.PutText($"{name}/constraints.json", $$"""{"name":"{{name}}"}""");
    }

    private static TestCloud Prepared(string analyzer = Analyzer)
    {
        var cloud = new TestCloud(options =>
            options with
            {
                DataQualityScript = Path.Combine(Path.GetDirectoryName(options.Root)!, "analyzer.py"),
            }
        );
        cloud.WriteFile("analyzer.py", analyzer);
        cloud.Bucket.PutText("baseline/baseline.csv", "age\n1\n");
        cloud.SageMaker.Registry.CreateModelPackageGroup("group");
        return cloud;
    }
}
