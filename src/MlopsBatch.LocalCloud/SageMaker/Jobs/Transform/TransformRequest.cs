using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>
/// CreateTransformJob's members, with the defaults that the API documents.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTransformJob.html
/// </summary>
internal sealed record TransformRequest
{
    private const string Csv = "text/csv";
    private const string JsonLines = "application/jsonlines";
    private const string Json = "application/json";

    public required string ModelName { get; init; }

    public required S3Uri Input { get; init; }

    public required S3Uri Output { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Null leaves it to the model's container.</summary>
    public required string? Accept { get; init; }

    public required bool SplitByLine { get; init; }

    public required bool AssembleByLine { get; init; }

    public required bool SingleRecord { get; init; }

    /// <summary>Megabytes of one request.</summary>
    public required int MaxPayload { get; init; }

    public required int MaxConcurrent { get; init; }

    public required TimeSpan InvocationLimit { get; init; }

    public required JsonPath InputFilter { get; init; }

    public required JsonPath OutputFilter { get; init; }

    /// <summary>Whether predictions are joined to their input records.</summary>
    public required bool Join { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Whether records are CSV lines; otherwise they are JSON.</summary>
    public bool IsCsv => ContentType == Csv;

    /// <summary>Whether answers have to be cut into records.</summary>
    public bool NeedsRecords => Join || !OutputFilter.IsWhole;

    /// <exception cref="StepFailedException">The members don't fit together, or aren't emulated.</exception>
    public static TransformRequest Read(JsonObject json)
    {
        var source = json.At("TransformInput", "DataSource", "S3DataSource");
        var request = new TransformRequest
        {
            ModelName = json.Text("ModelName")!,
            Input = S3Uri.Parse(source.Text("S3Uri")!),
            Output = S3Uri.Parse(json.Text("TransformOutput", "S3OutputPath")!),
            ContentType = json.Text("TransformInput", "ContentType") ?? "",
            Accept = json.Text("TransformOutput", "Accept"),
            SplitByLine = json.Text("TransformInput", "SplitType") is "Line",
            AssembleByLine = json.Text("TransformOutput", "AssembleWith") is "Line",
            SingleRecord = json.Text("BatchStrategy") is "SingleRecord",
            MaxPayload = json.Integer("MaxPayloadInMB") ?? 6,
            MaxConcurrent = Math.Max(1, json.Integer("MaxConcurrentTransforms") ?? 1),
            InvocationLimit = TimeSpan.FromSeconds(json.Integer("ModelClientConfig", "InvocationsTimeoutInSeconds") ?? 600),
            InputFilter = JsonPath.Parse(json.Text("DataProcessing", "InputFilter") ?? "$", "InputFilter"),
            OutputFilter = JsonPath.Parse(json.Text("DataProcessing", "OutputFilter") ?? "$", "OutputFilter"),
            Join = json.Text("DataProcessing", "JoinSource") is "Input",
            Environment = json.Map("Environment"),
        };
        var faults = request.Faults(json, source.Text("S3DataType")).ToList();
        return faults.Count == 0 ? request : throw StepFailedException.Client(string.Join(" ", faults));
    }

    private IEnumerable<string> Faults(JsonObject json, string? dataType)
    {
        if (dataType != "S3Prefix")
        {
            yield return $"S3DataType is {dataType}; the local cloud emulates S3Prefix only.";
        }
        if (json.Text("TransformInput", "SplitType") is "RecordIO" or "TFRecord")
        {
            yield return "SplitType must be None or Line; the local cloud emulates no other.";
        }
        if (json.Text("TransformInput", "CompressionType") is "Gzip")
        {
            yield return "CompressionType Gzip is not emulated by the local cloud.";
        }
        if (ContentType.Length == 0)
        {
            yield return "TransformInput.ContentType is missing; the model needs it to read its input.";
        }
        if (MaxPayload * MaxConcurrent > 100)
        {
            yield return $"MaxPayloadInMB × MaxConcurrentTransforms is {MaxPayload} × {MaxConcurrent}; it must not exceed 100.";
        }
        if ((Join || !OutputFilter.IsWhole || !InputFilter.IsWhole) && ContentType is not (Csv or Json or JsonLines))
        {
            yield return $"DataProcessing needs ContentType {Csv}, {Json} or {JsonLines}; got '{ContentType}'.";
        }
        if (Join && ContentType is Csv or JsonLines && !(SplitByLine && AssembleByLine && Accept == ContentType))
        {
            yield return $"JoinSource Input with {ContentType} needs SplitType Line, AssembleWith Line and Accept {ContentType}.";
        }
        if (Join && ContentType == Json && (SplitByLine || AssembleByLine || Accept != Json))
        {
            yield return $"JoinSource Input with {Json} needs SplitType None, AssembleWith None and Accept {Json}.";
        }
        if (json.ContainsKey("DataCaptureConfig"))
        {
            yield return "DataCaptureConfig is not emulated by the local cloud.";
        }
    }
}
