using Pulumi;

namespace MlopsBatch.Platform.Iam;

/// <summary>A condition of a statement.</summary>
/// <param name="Test">Operator, such as <c>StringEquals</c>.</param>
/// <param name="Key">GrantCondition key, such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">What the key is compared with; any of them will do.</param>
internal sealed record GrantCondition(string Test, string Key, InputList<string> Values);
