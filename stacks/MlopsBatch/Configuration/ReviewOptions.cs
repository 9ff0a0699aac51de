using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Configuration;

/// <summary>What the model review board's references look like.</summary>
public sealed record ReviewOptions
{
    /// <summary>Regular expression (.NET) that a reference has to match where it begins, such as <c>MRB-[0-9]+</c>.</summary>
    [StringLength(200), Example("MRB-[0-9]+")]
    public string Pattern { get; init; } = ReviewGate.DefaultPattern;
}
