using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Access;

/// <summary>One call, as policies see it.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Action">For example <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The ARN that it is about; <c>*</c> for actions without one.</param>
/// <param name="Account">The account that owns the resource.</param>
public sealed record AccessRequest(Caller Caller, string Action, string Resource, string Account)
{
    /// <summary>The resource's own policy as JSON, for example a bucket's; null if it has none.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>Condition keys of the service, such as <c>s3:prefix</c>; the global ones come from the caller.</summary>
    public ImmutableDictionary<string, string> Context { get; init; } = ImmutableDictionary<string, string>.Empty;
}
