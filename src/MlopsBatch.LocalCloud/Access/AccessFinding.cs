using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Access;

/// <summary>A call that was refused, or that couldn't be judged.</summary>
/// <param name="Principal">Who called.</param>
/// <param name="Action">For example <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The ARN that it was about.</param>
/// <param name="Reason">Whose policy lacks what or denies it, or what isn't known.</param>
/// <param name="NearMisses">Statements about the action that don't fit, each with the reason.</param>
public sealed record AccessFinding(string Principal, string Action, string Resource, string Reason, ImmutableArray<string> NearMisses);
