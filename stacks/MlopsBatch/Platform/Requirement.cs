using Pulumi;

namespace MlopsBatch.Platform;

/// <summary>What a given resource needs and the stack doesn't do itself, because given resources are never modified.</summary>
/// <param name="Resource">The bucket's name, or the key's or role's ARN.</param>
/// <param name="Needs">What, in words.</param>
/// <param name="Paste">What its owner can paste: policy statements or a command.</param>
internal sealed record Requirement(string Resource, string Needs, Output<string> Paste);
