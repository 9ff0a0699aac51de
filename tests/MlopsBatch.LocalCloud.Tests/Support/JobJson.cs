namespace MlopsBatch.LocalCloud.Tests.Support;

/// <summary>Small hand-written steps of the other kinds.</summary>
public static class JobJson
{
    private const string Algorithm =
        $$"""{"TrainingInputMode":"File","TrainingImage":"{{Json.Image}}","MetricDefinitions":[{"Name":"validation:mse","Regex":"validation:mse=([-+0-9.eE]+)"}]}""";
    private const string Resources = """{"InstanceType":"ml.m5.large","InstanceCount":1,"VolumeSizeInGB":30}""";

    public static string Channel(string name, string uri) =>
        $$"""{"ChannelName":"{{name}}","DataSource":{"S3DataSource":{"S3DataType":"S3Prefix","S3Uri":"{{uri}}","S3DataDistributionType":"FullyReplicated"} } }""";

    /// <summary>A Training step; its code is in channel code.</summary>
    public static string Training(string name, string parameters, string channels = "", string more = "", int maxRuntime = 3600) =>
        $$"""
            {"Name":"{{name}}","Type":"Training","Arguments":{
              "AlgorithmSpecification":{{Algorithm}},"OutputDataConfig":{"S3OutputPath":"s3://data/models/"},
              "StoppingCondition":{"MaxRuntimeInSeconds":{{maxRuntime}} },"ResourceConfig":{{Resources}},"RoleArn":"{{Json.Role}}",
              "InputDataConfig":[{{(channels.Length == 0 ? "" : channels + ",")}}{{Channel(
                "code",
                "s3://data/source/sourcedir.tar.gz"
            )}}],
              "HyperParameters":{ {{ScriptMode}}{{parameters}} }{{more}} } }
            """;

    /// <summary>A Tuning step of the same script.</summary>
    public static string Tuning(
        string name,
        string ranges,
        string strategy = "Random",
        string limits = "\"MaxNumberOfTrainingJobs\":6,\"MaxParallelTrainingJobs\":2",
        string type = "Minimize",
        string more = ""
    ) =>
        $$"""
            {"Name":"{{name}}","Type":"Tuning","Arguments":{
              "HyperParameterTuningJobConfig":{"Strategy":"{{strategy}}","ResourceLimits":{ {{limits}} },"TrainingJobEarlyStoppingType":"Off",
                "HyperParameterTuningJobObjective":{"Type":"{{type}}","MetricName":"validation:mse"},"ParameterRanges":{ {{ranges}} }{{more}} },
              "TrainingJobDefinition":{"StaticHyperParameters":{ {{ScriptMode}},"fixed":"7"},
                "AlgorithmSpecification":{{Algorithm}},"OutputDataConfig":{"S3OutputPath":"s3://data/models"},
                "StoppingCondition":{"MaxRuntimeInSeconds":600},"ResourceConfig":{{Resources}},"RoleArn":"{{Json.Role}}",
                "InputDataConfig":[{{Channel("code", "s3://data/source/sourcedir.tar.gz")}}]} } }
            """;

    /// <summary>A Model step; container is JSON.</summary>
    public static string Model(string name, string container, string more = "") =>
        $$"""{"Name":"{{name}}","Type":"Model","Arguments":{"ExecutionRoleArn":"{{Json.Role}}","PrimaryContainer":{{container}}{{more}} } }""";

    public static string ScikitContainer(string environment = "") =>
        $$"""{"Image":"{{Json.Image}}","ModelDataUrl":"s3://data/models/model.tar.gz","Environment":{"SAGEMAKER_PROGRAM":"serve.py","SAGEMAKER_SUBMIT_DIRECTORY":"/opt/ml/model/code"{{environment}} } }""";

    /// <summary>A Transform step of what the Model step CreateModel makes.</summary>
    public static string Transform(
        string name,
        string input = "s3://data/in/",
        string inputMore = ",\"ContentType\":\"text/csv\",\"SplitType\":\"Line\"",
        string outputMore = ",\"Accept\":\"text/csv\",\"AssembleWith\":\"Line\"",
        string more = ",\"BatchStrategy\":\"MultiRecord\""
    ) =>
        $$"""
            {"Name":"{{name}}","Type":"Transform","Arguments":{"ModelName":{"Get":"Steps.CreateModel.ModelName"},
              "TransformInput":{"DataSource":{"S3DataSource":{"S3DataType":"S3Prefix","S3Uri":"{{input}}"} }{{inputMore}} },
              "TransformOutput":{"S3OutputPath":"s3://data/scored/"{{outputMore}} },
              "TransformResources":{"InstanceType":"ml.m5.large","InstanceCount":1}{{more}} } }
            """;

    public static string Register(string name, string more = "", string modelDataUrl = "\"s3://data/models/model.tar.gz\"") =>
        $$"""
            {"Name":"{{name}}","Type":"RegisterModel","Arguments":{"ModelPackageGroupName":"group","InferenceSpecification":{
              "Containers":[{"Image":"{{Json.Image}}","ModelDataUrl":{{modelDataUrl}},"Environment":{"SAGEMAKER_PROGRAM":"serve.py","SAGEMAKER_SUBMIT_DIRECTORY":"/opt/ml/model/code"} }],
              "SupportedContentTypes":["text/csv"],"SupportedResponseMIMETypes":["text/csv"]}{{more}} } }
            """;

    public static string QualityCheck(string name, bool skip, bool register, string more = "") =>
        $$"""
            {"Name":"{{name}}","Type":"QualityCheck","CheckType":"DATA_QUALITY","ModelPackageGroupName":"group",
              "SkipCheck":{{(skip ? "true" : "false")}},"RegisterNewBaseline":{{(
                register ? "true" : "false"
            )}}{{more}},"Arguments":{
              "ProcessingResources":{"ClusterConfig":{{Resources}} },
              "AppSpecification":{"ImageUri":"468650794304.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-model-monitor-analyzer"},
              "Environment":{"output_path":"/opt/ml/processing/output","publish_cloudwatch_metrics":"Disabled","dataset_format":"{\"csv\": {\"header\": true} }","dataset_source":"/opt/ml/processing/input/baseline_dataset_input"},
              "RoleArn":"{{Json.Role}}","ProcessingInputs":[{{Json.Input(
                "baseline_dataset_input",
                "\"s3://data/baseline/\""
            )}}],
              "ProcessingOutputConfig":{"Outputs":[{"OutputName":"quality_check_output","AppManaged":false,"S3Output":{"S3Uri":{"Std:Join":{"On":"/","Values":["s3://data/monitoring",{"Get":"Execution.PipelineExecutionId"}]} },"LocalPath":"/opt/ml/processing/output","S3UploadMode":"EndOfJob"} }]} } }
            """;

    private const string ScriptMode = """
        "sagemaker_program":"\"train.py\"","sagemaker_submit_directory":"\"/opt/ml/input/data/code/sourcedir.tar.gz\""
        """;
}
