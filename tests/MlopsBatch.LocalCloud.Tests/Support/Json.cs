namespace MlopsBatch.LocalCloud.Tests.Support;

/// <summary>Small hand-written definitions.</summary>
public static class Json
{
    public const string Image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3";
    public const string Role = "arn:aws:iam::111122223333:role/pipelines";

    /// <summary>A definition of steps, with parameters before them.</summary>
    public static string Definition(IEnumerable<string> steps, string parameters = "") =>
        $$"""{"Version":"2020-12-01","Metadata":{},"Parameters":[{{parameters}}],"PipelineExperimentConfig":null,"Steps":[{{string.Join(",", steps)}}]}""";

    /// <inheritdoc cref="Definition(IEnumerable{string}, string)"/>
    public static string Definition(params string[] steps) => Definition(steps.AsEnumerable());

    /// <summary>A processing step that runs the script of that name (see <see cref="TestCloud.PutScript"/>).</summary>
    /// <param name="name">The step.</param>
    /// <param name="script">The script.</param>
    /// <param name="inputs">JSON of more inputs than the code.</param>
    /// <param name="outputs">JSON of outputs.</param>
    /// <param name="arguments">JSON of the script's arguments.</param>
    /// <param name="more">JSON of more Arguments, each with a comma before it.</param>
    /// <param name="keys">JSON of more step keys, each with a comma before it.</param>
    public static string Script(
        string name,
        string script,
        string inputs = "",
        string outputs = "",
        string arguments = "",
        string more = "",
        string keys = ""
    ) =>
        $$"""
            {"Name":"{{name}}","Type":"Processing","Arguments":{
              "ProcessingResources":{"ClusterConfig":{"InstanceType":"ml.m5.large","InstanceCount":1,"VolumeSizeInGB":30} },
              "AppSpecification":{"ImageUri":"{{Image}}","ContainerArguments":[{{(
                arguments.Length == 0 ? "\"--none\"" : arguments
            )}}],
                "ContainerEntrypoint":["python3","/opt/ml/processing/input/code/{{script}}.py"]},
              "RoleArn":"{{Role}}",
              "ProcessingInputs":[{{(inputs.Length == 0 ? "" : inputs + ",")}}{{Input(
                "code",
                $"\"s3://data/code/{script}\""
            )}}],
              "ProcessingOutputConfig":{"Outputs":[{{outputs}}]}{{more}} }{{keys}} }
            """;

    /// <param name="name">The input, also its folder.</param>
    /// <param name="uri">JSON of the address.</param>
    public static string Input(string name, string uri) =>
        $$"""
            {"InputName":"{{name}}","AppManaged":false,"S3Input":{"S3Uri":{{uri}},"LocalPath":"/opt/ml/processing/input/{{name}}",
              "S3DataType":"S3Prefix","S3InputMode":"File","S3DataDistributionType":"FullyReplicated","S3CompressionType":"None"} }
            """;

    /// <param name="name">The output, also its folder and key.</param>
    /// <param name="step">The step, by default none, before the key.</param>
    public static string Output(string name, string step = "out") =>
        $$"""
            {"OutputName":"{{name}}","AppManaged":false,"S3Output":{"S3Uri":{"Std:Join":{"On":"/","Values":["s3:/","data","{{step}}",{"Get":"Execution.PipelineExecutionId"},"{{name}}"]} },
              "LocalPath":"/opt/ml/processing/output/{{name}}","S3UploadMode":"EndOfJob"} }
            """;

    /// <summary>A step key: the JSON file at a path in an output, as a property file.</summary>
    public static string PropertyFile(string name, string output, string path) =>
        $$""","PropertyFiles":[{"PropertyFileName":"{{name}}","OutputName":"{{output}}","FilePath":"{{path}}"}]""";

    public static string Fail(string name, string message) =>
        $$"""{"Name":"{{name}}","Type":"Fail","Arguments":{"ErrorMessage":{{message}} } }""";

    public static string Condition(string name, string conditions, string ifSteps = "", string elseSteps = "", string keys = "") =>
        $$"""{"Name":"{{name}}","Type":"Condition","Arguments":{"Conditions":[{{conditions}}],"IfSteps":[{{ifSteps}}],"ElseSteps":[{{elseSteps}}]}{{keys}} }""";
}
