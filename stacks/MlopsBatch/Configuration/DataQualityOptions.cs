using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>How drift of the input data is found.</summary>
public sealed record DataQualityOptions
{
    /// <summary>
    /// <c>Script</c>: a processing step of this project, which works in every account. <c>ModelMonitor</c>: AWS's QualityCheck
    /// step, only for accounts that have Model Monitor: it is closed to new ones.
    /// </summary>
    [AllowedValues("ModelMonitor", "Script"), Example("ModelMonitor")]
    public string Engine { get; init; } = "Script";
}
