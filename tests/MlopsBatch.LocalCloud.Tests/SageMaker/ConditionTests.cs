using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

/// <summary>Which branch a condition takes, and what it reads.</summary>
public sealed class ConditionTests
{
    private const string OneIsOne = """{"Type":"Equals","LeftValue":1,"RightValue":1}""";
    private const string OneIsTwo = """{"Type":"Equals","LeftValue":1,"RightValue":2}""";

    [Theory]
    [InlineData(OneIsOne, "Then")]
    [InlineData(OneIsTwo, "Else")]
    [InlineData("""{"Type":"LessThanOrEqualTo","LeftValue":2,"RightValue":2.0}""", "Then")]
    [InlineData("""{"Type":"LessThan","LeftValue":2,"RightValue":2.0}""", "Else")]
    [InlineData("""{"Type":"GreaterThanOrEqualTo","LeftValue":{"Get":"Parameters.Threshold"},"RightValue":0.5}""", "Then")]
    [InlineData("""{"Type":"GreaterThan","LeftValue":{"Get":"Parameters.Threshold"},"RightValue":0.5}""", "Else")]
    [InlineData("""{"Type":"LessThan","LeftValue":"a","RightValue":"b"}""", "Then")]
    [InlineData("""{"Type":"In","QueryValue":{"Get":"Parameters.Mode"},"Values":["fast","slow"]}""", "Then")]
    [InlineData("""{"Type":"In","QueryValue":{"Get":"Parameters.Mode"},"Values":["slow"]}""", "Else")]
    [InlineData("""{"Type":"Not","Condition":{"Type":"Equals","LeftValue":{"Get":"Parameters.Flag"},"RightValue":true} }""", "Else")]
    [InlineData($$"""{"Type":"Or","Conditions":[{{OneIsTwo}},{{OneIsOne}}]}""", "Then")]
    [InlineData($"{OneIsOne},{OneIsTwo}", "Else")]
    [InlineData("""{"Type":"Equals","LeftValue":"1","RightValue":1}""", "Else")]
    public async Task A_condition_takes_one_branch(string conditions, string branch)
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("any", "pass");
        var execution = await cloud.RunAsync(
            Json.Definition(
                [Json.Condition("If", conditions, Json.Script("Then", "any"), Json.Script("Else", "any"))],
                """{"Name":"Threshold","Type":"Float","DefaultValue":0.5},{"Name":"Mode","Type":"String","DefaultValue":"fast"},{"Name":"Flag","Type":"Boolean","DefaultValue":true}"""
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        execution.Steps.Select(step => step.Name).ShouldBe(["If", branch]);
        execution.Step("If").Metadata.ToJsonString().ShouldBe($$$"""{"condition":{"outcome":"{{{branch == "Then"}}}"}}""");
    }

    [Fact]
    public async Task Values_that_cannot_be_compared_fail_the_condition()
    {
        await using var cloud = new TestCloud();
        var execution = await cloud.RunAsync(
            Json.Definition(Json.Condition("If", """{"Type":"LessThan","LeftValue":"2","RightValue":3}""", Json.Fail("F", "\"x\"")))
        );
        execution
            .Step("If")
            .FailureReason.ShouldBe("ClientError: LessThan can't compare \"2\" with 3; both must be numbers or both texts.");
        execution.Steps.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("metric.value", "0.25", "Then")]
    [InlineData("list[1]['odd name']", "7", "Else")]
    public async Task A_condition_reads_property_files(string path, string joined, string branch)
    {
        await using var cloud = new TestCloud();
        cloud.PutScript(
            "report",
            """
            import os
            with open(os.environ["SAGEMAKER_BASE_DIR"] + "/processing/output/evaluation/evaluation.json", "w") as f:
                f.write('{"metric":{"value":0.25},"list":[0,{"odd name":7}]}')
            """
        );
        var file = Json.PropertyFile("Report", "evaluation", "evaluation.json");
        var get = $$"""{"Std:JsonGet":{"PropertyFile":{"Get":"Steps.Eval.PropertyFiles.Report"},"Path":"{{path}}"} }""";
        var message = $$"""{"Std:Join":{"On":" ","Values":["value",{{get}},"in",{"Get":"Execution.PipelineName"}]} }""";
        var execution = await cloud.RunAsync(
            Json.Definition(
                Json.Script("Eval", "report", outputs: Json.Output("evaluation"), keys: file),
                Json.Condition(
                    "If",
                    $$"""{"Type":"LessThanOrEqualTo","LeftValue":{{get}},"RightValue":1}""",
                    Json.Fail("Then", message),
                    Json.Fail("Else", message)
                )
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.Steps.Select(step => step.Name).ShouldBe(["Eval", "If", branch]);
        execution.FailureReason.ShouldBe($"value {joined} in pipeline");
    }

    [Theory]
    [InlineData(
        "print()",
        "Std:JsonGet can't read 's3://data/out/*/evaluation/evaluation.json': there is no such object. Does the script write that file?"
    )]
    [InlineData("write('{')", "Std:JsonGet can't read 's3://data/out/*/evaluation/evaluation.json': it is no JSON")]
    [InlineData(
        "write('{}')",
        "Std:JsonGet finds no text, number or boolean at 'metric.value' in 's3://data/out/*/evaluation/evaluation.json'."
    )]
    public async Task A_property_file_that_says_nothing_fails_the_step_that_reads_it(string statement, string reason)
    {
        await using var cloud = new TestCloud();
        cloud.PutScript(
            "report",
            $$"""
            import os
            def write(text):
                with open(os.environ["SAGEMAKER_BASE_DIR"] + "/processing/output/evaluation/evaluation.json", "w") as f: f.write(text)
            {{statement}}
            """
        );
        var file = Json.PropertyFile("Report", "evaluation", "evaluation.json");
        const string get = """{"Std:JsonGet":{"PropertyFile":{"Get":"Steps.Eval.PropertyFiles.Report"},"Path":"metric.value"} }""";
        var execution = await cloud.RunAsync(
            Json.Definition(
                Json.Script("Eval", "report", outputs: Json.Output("evaluation"), keys: file),
                Json.Condition("If", $$"""{"Type":"Equals","LeftValue":{{get}},"RightValue":1}""")
            )
        );
        execution.Step("If").Status.ShouldBe(StepStatus.Failed);
        execution.Step("If").FailureReason!.Replace(execution.Id, "*", StringComparison.Ordinal).ShouldStartWith("ClientError: " + reason);
    }
}
