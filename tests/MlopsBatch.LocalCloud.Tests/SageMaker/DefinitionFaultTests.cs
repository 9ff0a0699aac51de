using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class DefinitionFaultTests
{
    private static readonly string Fail = Json.Fail("F", "\"x\"");

    [Theory]
    [InlineData("{", "it is no JSON: ")]
    [InlineData("[]", "it must be a JSON object")]
    [InlineData("""{"Version":"2020-12-01","Steps":[]}""", "Steps must be a list of at least one step")]
    [InlineData("""{"Version":"2020-12-01","Version":"2020-12-01"}""", "it is no JSON: ")]
    public async Task What_is_no_definition_says_so(string json, string fault) => (await FaultsAsync(json))[0].ShouldStartWith(fault);

    [Fact]
    public async Task The_top_is_checked() =>
        (await FaultsAsync($$"""{"Version":"2019","Setps":[],"Steps":[{{Fail}}]}""")).ShouldBe([
            "unknown key 'Setps'. Did you mean 'Steps'?",
            "Version must be '2020-12-01', got \"2019\"",
        ]);

    [Theory]
    [InlineData(
        """{"Name":"a b","Type":"String"}""",
        """a parameter needs a Name of 1 to 64 letters, digits, hyphens and underscores, got {"Name":"a b","Type":"String"}"""
    )]
    [InlineData("""{"Name":"P","Type":"Text"}""", "parameter 'P': Type must be one of String, Integer, Float, Boolean, got Text")]
    [InlineData("""{"Name":"P","Type":"Integer","DefaultValue":"3"}""", "parameter 'P': \"3\" is no Integer")]
    [InlineData("""{"Name":"P","Type":"Integer","DefaultValue":1.5}""", "parameter 'P': 1.5 is no Integer")]
    [InlineData(
        """{"Name":"P","Type":"String","DefaultValue":"c","EnumValues":["a","b"]}""",
        "parameter 'P': the default \"c\" is not among its EnumValues"
    )]
    [InlineData("""{"Name":"P","Type":"String","Defualt":"c"}""", "parameter 'P': unknown key 'Defualt'.")]
    [InlineData(
        """{"Name":"P","Type":"String"},{"Name":"P","Type":"Float"}""",
        "parameter 'P': the name is used 2 times, it must be unique"
    )]
    public async Task Parameters_are_checked(string parameters, string fault) =>
        (await FaultsAsync(Json.Definition([Fail], parameters))).ShouldContain(fault);

    [Fact]
    public async Task An_unknown_step_type_names_the_known_ones() =>
        (await FaultsAsync(Json.Definition("""{"Name":"S","Type":"Procesing","Arguments":{}}"""))).ShouldBe([
            "step 'S': the local cloud has no step type 'Procesing'; it knows Processing, QualityCheck, Training, Tuning, "
                + "Transform, Model, RegisterModel, Condition, Fail. Did you mean 'Processing'?",
        ]);

    [Fact]
    public async Task A_doubled_name_is_found_in_branches_too() =>
        (
            await FaultsAsync(Json.Definition(Fail, Json.Condition("C", """{"Type":"Equals","LeftValue":1,"RightValue":1}""", Fail)))
        ).ShouldBe(["step 'F': the name is used 2 times, it must be unique"]);

    [Fact]
    public async Task A_cycle_is_shown_as_a_chain()
    {
        var faults = await FaultsAsync(
            Json.Definition(
                Json.Script("A", "a", keys: ",\"DependsOn\":[\"B\"]"),
                Json.Script("B", "b", Json.Input("x", """{"Get":"Steps.C.ProcessingOutputConfig.Outputs['o'].S3Output.S3Uri"}""")),
                Json.Script("C", "c", outputs: Json.Output("o"), keys: ",\"DependsOn\":[\"A\"]")
            )
        );
        faults.ShouldBe(["steps wait for each other: A → B → C → A"]);
    }

    [Fact]
    public async Task A_condition_cannot_wait_for_its_own_branch() =>
        (
            await FaultsAsync(
                Json.Definition(
                    Json.Condition(
                        "C",
                        """{"Type":"Equals","LeftValue":{"Get":"Steps.Inner.ExitMessage"},"RightValue":"x"}""",
                        Json.Script("Inner", "x")
                    )
                )
            )
        ).ShouldBe(["steps wait for each other: C → Inner → C"]);

    [Theory]
    [InlineData("Parameters.Nam", "there is no parameter 'Nam'; declared are Name, Count. Did you mean 'Name'?")]
    [InlineData(
        "Execution.PipelineId",
        "there is no execution variable 'PipelineId'; there are StartDateTime, CurrentDateTime, PipelineName, "
            + "PipelineArn, PipelineExecutionId, PipelineExecutionArn. Did you mean 'PipelineArn'?"
    )]
    [InlineData("Steps.Frist.ExitMessage", "there is no step 'Frist'. Did you mean 'First'?")]
    [InlineData(
        "Steps.First.ProcessingOutputConfig.Outputs['tran'].S3Output.S3Uri",
        "Steps.First.ProcessingOutputConfig.Outputs['tran'].S3Output.S3Uri: the step has no output 'tran'; it has train. "
            + "Did you mean 'train'?"
    )]
    [InlineData(
        "Steps.First.ProcessingOutputConfig.Outputs['train'].S3Uri",
        "Steps.First.ProcessingOutputConfig.Outputs['train'].S3Uri: there is no property 'S3Uri'; allowed are OutputName, "
            + "S3Output, FeatureStoreOutput, AppManaged."
    )]
    [InlineData("Pipeline.X", "'Pipeline.X' must begin with Parameters., Execution. or Steps.<step>.")]
    [InlineData("Steps.First", "'Steps.First' must begin with Parameters., Execution. or Steps.<step>.")]
    public async Task A_reference_to_nowhere_names_what_there_is(string target, string fault)
    {
        var faults = await FaultsAsync(
            Json.Definition(
                [
                    Json.Script("First", "a", outputs: Json.Output("train")),
                    Json.Script("Second", "b", Json.Input("x", $$"""{"Get":"{{target}}"}""")),
                ],
                """{"Name":"Name","Type":"String"},{"Name":"Count","Type":"Integer"}"""
            )
        );
        faults.ShouldBe(["step 'Second': Arguments.ProcessingInputs[0].S3Input.S3Uri: " + fault]);
    }

    [Theory]
    [InlineData("""{"Get":5}""", "Get is not well formed: 5")]
    [InlineData("""{"Std:Join":{"On":"/"} }""", """Std:Join is not well formed: {"On":"/"}""")]
    [InlineData("""{"Std:JsonGet":{"Path":"a"} }""", """Std:JsonGet is not well formed: {"Path":"a"}""")]
    [InlineData(
        """{"Std:JsonGet":{"PropertyFile":{"Get":"Steps.First.PropertyFiles.Reprt"},"Path":"a"} }""",
        "step 'First' has no property file 'Reprt'; it has Report. Did you mean 'Report'?"
    )]
    [InlineData(
        """{"Std:JsonGet":{"PropertyFile":{"Get":"Steps.First.PropertyFiles.Report"},"Path":"a..b"} }""",
        "Std:JsonGet can't read the path 'a..b'"
    )]
    [InlineData(
        """{"Std:JsonGet":{"PropertyFile":{"Get":"Steps.First.Other"},"Path":"a"} }""",
        """PropertyFile must be a Get of Steps.<step>.PropertyFiles.<name>, got {"Get":"Steps.First.Other"}"""
    )]
    public async Task A_function_must_be_well_formed(string function, string fault)
    {
        var faults = await FaultsAsync(
            Json.Definition(
                Json.Script("First", "a", outputs: Json.Output("o"), keys: Json.PropertyFile("Report", "o", "r.json")),
                Json.Script("Second", "b", Json.Input("x", function))
            )
        );
        faults.ShouldBe(["step 'Second': Arguments.ProcessingInputs[0].S3Input.S3Uri: " + fault]);
    }

    [Fact]
    public async Task A_property_file_needs_its_output() =>
        (
            await FaultsAsync(
                Json.Definition(
                    Json.Script("First", "a", outputs: Json.Output("evaluation"), keys: Json.PropertyFile("Report", "evalution", "r.json"))
                )
            )
        ).ShouldBe([
            "step 'First': property file 'Report' is in output 'evalution', but the step's outputs are evaluation. Did "
                + "you mean 'evaluation'?",
        ]);

    [Fact]
    public async Task Arguments_are_held_to_the_services_own_shapes()
    {
        var step = Json.Script("S", "a", Json.Input("x", "\"s3://data/x\""), Json.Output("o"))
            .Replace("\"VolumeSizeInGB\":30", "\"VolumeSizeInGb\":30", StringComparison.Ordinal)
            .Replace("\"InstanceCount\":1", "\"InstanceCount\":\"1\"", StringComparison.Ordinal)
            .Replace("ml.m5.large", "ml.m5.lagre", StringComparison.Ordinal)
            .Replace("\"S3UploadMode\":\"EndOfJob\"", "\"S3UploadMode\":\"AtEnd\"", StringComparison.Ordinal)
            .Replace("\"RoleArn\"", "\"Role\"", StringComparison.Ordinal);
        (await FaultsAsync(Json.Definition(step))).ShouldBe([
            "step 'S': Arguments.RoleArn is missing",
            "step 'S': Arguments.ProcessingResources.ClusterConfig.VolumeSizeInGB is missing",
            "step 'S': Arguments.ProcessingResources.ClusterConfig.InstanceType 'ml.m5.lagre' is not allowed. Did you mean 'ml.m5.large'?",
            "step 'S': Arguments.ProcessingResources.ClusterConfig.InstanceCount needs a whole number, got \"1\"",
            "step 'S': Arguments.ProcessingResources.ClusterConfig.VolumeSizeInGb is unknown. Did you mean 'VolumeSizeInGB'?",
            "step 'S': Arguments.Role is unknown.",
            "step 'S': Arguments.ProcessingOutputConfig.Outputs[0].S3Output.S3UploadMode 'AtEnd' is not allowed; allowed "
                + "are Continuous, EndOfJob.",
        ]);
    }

    [Fact]
    public async Task A_parameter_must_have_the_type_of_its_place()
    {
        var step = Json.Script("S", "a", arguments: """ {"Get":"Parameters.Count"} """)
            .Replace("\"InstanceCount\":1", "\"InstanceCount\":{\"Get\":\"Parameters.Name\"}", StringComparison.Ordinal);
        (await FaultsAsync(Json.Definition([step], """{"Name":"Name","Type":"String"},{"Name":"Count","Type":"Integer"}"""))).ShouldBe([
            "step 'S': Arguments.ProcessingResources.ClusterConfig.InstanceCount needs a whole number, got "
                + "{\"Get\":\"Parameters.Name\"} of type String",
            "step 'S': Arguments.AppSpecification.ContainerArguments[0] needs a text, got {\"Get\":\"Parameters.Count\"} "
                + "of type Integer; wrap it in Std:Join to make it a text",
        ]);
    }

    [Theory]
    [InlineData(
        """{"Type":"Equal","LeftValue":1,"RightValue":1}""",
        "Arguments.Conditions[0].Type must be one of Equals, GreaterThan, GreaterThanOrEqualTo, LessThan, "
            + "LessThanOrEqualTo, In, Not, Or, got Equal. Did you mean 'Equals'?"
    )]
    [InlineData(
        """{"Type":"Equals","LeftValue":1}""",
        "Arguments.Conditions[0] of type Equals has LeftValue and RightValue, got LeftValue"
    )]
    [InlineData("""{"Type":"Or","Conditions":[]}""", "Arguments.Conditions[0].Conditions must be a list of at least one condition")]
    [InlineData(
        """{"Type":"Not","Condition":{"Type":"In","QueryValue":1,"Values":[]} }""",
        "Arguments.Conditions[0].Condition.Values must be a list of at least one value"
    )]
    public async Task Conditions_are_checked(string condition, string fault) =>
        (await FaultsAsync(Json.Definition(Json.Condition("C", condition, Fail)))).ShouldBe(["step 'C': " + fault]);

    [Theory]
    [InlineData(
        """{"ExceptionType":["Step.OOPS"],"MaxAttempts":2}""",
        "ExceptionType of a retry policy names one or more of Step.SERVICE_FAULT, Step.THROTTLING, "
            + "SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR, SageMaker.RESOURCE_LIMIT; got [\"Step.OOPS\"]"
    )]
    [InlineData("""{"ExceptionType":["Step.THROTTLING"]}""", "a retry policy has either MaxAttempts or ExpireAfterMin")]
    [InlineData(
        """{"ExceptionType":["Step.THROTTLING"],"MaxAttempts":21}""",
        "MaxAttempts of a retry policy is a number from 1 to 20, got 21"
    )]
    public async Task Retry_policies_are_checked(string policy, string fault) =>
        (await FaultsAsync(Json.Definition(Json.Script("S", "a", keys: $",\"RetryPolicies\":[{policy}]")))).ShouldBe([
            "step 'S': " + fault,
        ]);

    [Fact]
    public async Task All_faults_of_all_steps_come_in_one_error()
    {
        await using var cloud = new TestCloud();
        var error = Should.Throw<CloudException>(() =>
            cloud.SageMaker.PutPipeline(
                "p",
                Json.Definition(
                    """{"Name":"A","Type":"Nothing","Arguments":{}}""",
                    Json.Script("B", "b", keys: ",\"DependsOn\":[\"Elsewhere\"],\"Extra\":1")
                )
            )
        );
        error.Code.ShouldBe("ValidationException");
        error.Message.ShouldBe(
            """
            The definition of pipeline 'p' is not valid: 3 faults
              - step 'A': the local cloud has no step type 'Nothing'; it knows Processing, QualityCheck, Training, Tuning, Transform, Model, RegisterModel, Condition, Fail.
              - step 'B': unknown key 'Extra' for a Processing step.
              - step 'B': DependsOn: there is no step 'Elsewhere'.
            """
        );
        cloud.SageMaker.ListPipelines().ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string definition)
    {
        await using var cloud = new TestCloud();
        return Should.Throw<CloudException>(() => cloud.SageMaker.PutPipeline("p", definition)).Faults;
    }
}
