using System.Buffers;
using System.Text;
using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Text;

/// <summary>Commands for people to paste. Whatever comes from an event is an <see cref="Arn"/>, so it holds no shell syntax.</summary>
internal static class ShellCommands
{
    // Pasted into a terminal; with more, a file is the better way.
    private const int LongestPayload = 8 * 1024;

    /// <summary>What a person fills in where the mail can't know an object's key; left empty, the shell starts nothing.</summary>
    public const string KeyToFillIn = "KEY=''";

    public static string ListSteps(string region, Arn execution) =>
        $"""
            aws sagemaker list-pipeline-execution-steps \
                --region {region} \
                --pipeline-execution-arn {execution} \
                --query "PipelineExecutionSteps[?StepStatus=='Failed'].[StepName,FailureReason]"
            """;

    public static string RetryExecution(string region, Arn execution) =>
        $"""
            aws sagemaker retry-pipeline-execution \
                --region {region} \
                --pipeline-execution-arn {execution}
            """;

    /// <summary>Why SageMaker could not register a version.</summary>
    public static string VersionStatus(Arn version) =>
        $"""
            aws sagemaker describe-model-package \
                --region {version.Region} \
                --model-package-name {version} \
                --query ModelPackageStatusDetails
            """;

    /// <param name="version">The version.</param>
    /// <param name="status">What to decide.</param>
    /// <param name="description">What the gate asks for; left out, the command can be pasted as it is, and claims no reason.</param>
    public static string UpdateApproval(Arn version, string status, string? description = null)
    {
        var command = $"""
            aws sagemaker update-model-package \
                --region {version.Region} \
                --model-package-arn {version} \
                --model-approval-status {status}
            """;
        return description is null ? command : $"{command} \\\n    --approval-description {Quote(description)}";
    }

    /// <summary>Takes a decision back and makes it again: only a change starts a deployment.</summary>
    /// <param name="version">The version.</param>
    /// <param name="status">What was decided.</param>
    /// <param name="description">Of a mail's own making or a review's reference, which a gate has let through.</param>
    public static string DecideAgain(Arn version, string status, string? description) =>
        $"{UpdateApproval(version, ApprovalStatuses.Pending)}\n{UpdateApproval(version, status, description)}";

    public static string AddReview(Arn version) =>
        $"""
            aws sagemaker update-model-package \
                --region {version.Region} \
                --model-package-arn {version} \
                --customer-metadata-properties 'reviewReference={ReviewGate.Placeholder}'
            """;

    public static string UpdateApprovalInPython(Arn version, string status, string? description = null) =>
        $"""
            import boto3

            boto3.client("sagemaker", region_name="{version.Region}").update_model_package(
                ModelPackageArn="{version}",
                ModelApprovalStatus="{status}",{(description is null ? "" : $"\n    ApprovalDescription=\"{description}\",")}
            )
            """;

    /// <param name="pipeline">The pipeline.</param>
    /// <param name="inputKey">Key of the object to work on; null leaves it out.</param>
    public static string StartPipeline(Arn pipeline, string? inputKey)
    {
        var command = $"""
            aws sagemaker start-pipeline-execution \
                --region {pipeline.Region} \
                --pipeline-name {pipeline.ResourceParts[^1]}
            """;
        return inputKey is { Length: > 0 }
            ? $"{command} \\\n    --pipeline-parameters {Quote(Parameter(ParameterNames.InputKey, inputKey))}"
            : command;
    }

    /// <summary>Starts a pipeline on an object whose key is to be filled in; pasted unchanged, the shell refuses it.</summary>
    public static string StartPipelineOnKey(Arn pipeline) =>
        $$"""
            {{KeyToFillIn}}
            {{StartPipeline(pipeline, null)}} \
                --pipeline-parameters "[{\"Name\":\"{{ParameterNames.InputKey}}\",\"Value\":\"${KEY:?put the key of the object into KEY first}\"}]"
            """;

    /// <summary>The version that a deployed batch inference pipeline scores with; nothing if it has none.</summary>
    public static string DeployedVersion(Arn pipeline) =>
        $"""
            aws sagemaker describe-pipeline \
                --region {pipeline.Region} \
                --pipeline-name {pipeline.ResourceParts[^1]} \
                --query PipelineDefinition --output text | grep -o 'model-package/[^"]*' | sort -u
            """;

    /// <summary>Invokes a function with an event, which is quoted for the shell; a long one is taken from a file.</summary>
    public static string InvokeFunction(Arn function, string payload)
    {
        var quoted = payload.Length <= LongestPayload ? Quote(payload) : "file://event.json";
        var command = $"""
            aws lambda invoke \
                --region {function.Region} \
                --function-name {function} \
                --invocation-type Event \
                --cli-binary-format raw-in-base64-out \
                --payload {quoted} response.json
            """;
        return quoted.StartsWith('\'') ? command : $"# put the event below into a file event.json first\n{command}";
    }

    /// <summary>What a function logged in an invocation; null for an id that is none.</summary>
    public static string? RequestLog(Arn function, string? requestId) =>
        requestId is { Length: > 0 } && requestId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? $$"""
                aws logs filter-log-events \
                    --region {{function.Region}} \
                    --log-group-name /aws/lambda/{{function.Name}} \
                    --filter-pattern '{ $.requestId = "{{requestId}}" }' \
                    --query 'events[].message' --output text
                """
            : null;

    /// <summary>
    /// As JSON, because the CLI's shorthand gives commas, blanks and quotes a meaning of their own. All but plain ASCII is
    /// escaped, line breaks and the shell's quote too.
    /// </summary>
    private static string Parameter(string name, string value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Value", value);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    /// <summary>One word for a POSIX shell, whatever is in it.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
