using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>A demand of the security checklist that this stack doesn't meet on purpose, for a time.</summary>
public sealed record WaiverOptions
{
    /// <summary>Number of the row, as <c>./mlops check</c> shows it.</summary>
    [Required, Range(1, 55), Example("22")]
    public int Row { get; init; }

    /// <summary>Name of the resource in the program; <c>*</c> for every one that the row is about.</summary>
    [StringLength(256), Example("*")]
    public string Resource { get; init; } = "*";

    /// <summary>Why it is accepted.</summary>
    [Required, StringLength(500), Example("The account's pool is small.")]
    public string Reason { get; init; } = "";

    /// <summary>Who answers for it, by name or address.</summary>
    [Required, StringLength(128), Example("ops@example.com")]
    public string Owner { get; init; } = "";

    /// <summary>The last day on which it holds, in quotes; afterwards <c>./mlops check</c> fails.</summary>
    [Required, Pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "a day such as 2027-01-31"), Example("2027-01-31")]
    public string Until { get; init; } = "";
}
