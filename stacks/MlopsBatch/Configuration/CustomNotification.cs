using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>A mail of its own for one step and status.</summary>
public sealed record CustomNotification
{
    /// <summary>One of the steps that the three pipelines have.</summary>
    [Required, Example("ModelRegisterStep")]
    public string StepName { get; init; } = "";

    /// <summary>The step's status, as SageMaker names it.</summary>
    [Required, AllowedValues("Starting", "Executing", "Stopping", "Stopped", "Failed", "Succeeded"), Example("Succeeded")]
    public string StepStatus { get; init; } = "";

    /// <summary>Text of the mail; up to 2,000 characters.</summary>
    [Required, StringLength(2000), Example("A new model version waits for approval.")]
    public string StepCustomMessage { get; init; } = "";
}
