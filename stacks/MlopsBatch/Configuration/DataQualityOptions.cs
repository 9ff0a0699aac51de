using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>How drift of the input data is found.</summary>
public sealed record DataQualityOptions
{
    /// <summary>
    /// <c>ModelMonitor</c>: AWS's QualityCheck step (closed to accounts that never used it). <c>Script</c>: a processing step
    /// of this project.
    /// </summary>
    [AllowedValues("ModelMonitor", "Script"), Example("Script")]
    public string Engine { get; init; } = "ModelMonitor";
}
