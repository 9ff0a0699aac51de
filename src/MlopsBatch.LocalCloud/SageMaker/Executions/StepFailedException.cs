using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>Why a step failed.</summary>
internal sealed class StepFailedException : Exception
{
    /// <summary>SageMaker's limit for FailureReason.</summary>
    private const int MaxCharacters = 1024;

    private StepFailedException(string reason, string? exceptionType, Exception? inner = null)
        : base(reason.Length <= MaxCharacters ? reason : reason[..(MaxCharacters - 1)] + "…", inner) => ExceptionType = exceptionType;

    /// <summary>What a retry policy must name to try again, for example SageMaker.CAPACITY_ERROR; null if nothing helps.</summary>
    public string? ExceptionType { get; }

    /// <summary>What the step's metadata say beyond its job.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>The request or the script is at fault.</summary>
    public static StepFailedException Client(string message, Exception? inner = null) => new("ClientError: " + message, null, inner);

    /// <summary>The script is at fault.</summary>
    public static StepFailedException Algorithm(string message) => new("AlgorithmError: " + message, null);

    /// <summary>A Fail step was reached.</summary>
    public static StepFailedException Fail(string message) =>
        new(message, null) { Metadata = new JsonObject { ["fail"] = new JsonObject { ["errorMessage"] = message } } };

    /// <summary>A quality check found violations and was told to fail then.</summary>
    public static StepFailedException QualityCheck(string message, JsonObject metadata) =>
        new("ClientError: " + message, null) { Metadata = metadata };

    /// <summary>The service is at fault; a retry policy may help.</summary>
    public static StepFailedException Service(string exceptionType, string message) => new(message, exceptionType);
}
