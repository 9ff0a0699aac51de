using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>One call of a function, with all that its code gets to know.</summary>
public sealed record FunctionInvocation
{
    public required FunctionConfiguration Function { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The event, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When the time is up.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The files of its layers (what is below <c>/opt</c> in AWS) by their relative paths.</summary>
    public required ImmutableSortedDictionary<string, string> LayerFiles { get; init; }

    /// <summary>The account as the function's role sees it: what its AWS clients talk to.</summary>
    public required CloudAccount Account { get; init; }

    /// <summary>Takes a line that the function prints.</summary>
    public required Action<string> Log { get; init; }
}
