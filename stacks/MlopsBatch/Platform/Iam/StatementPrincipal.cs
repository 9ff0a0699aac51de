using Pulumi;

namespace MlopsBatch.Platform.Iam;

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>Service</c> or <c>AWS</c>; <c>*</c> only in denials.</param>
/// <param name="Names">Names of services or ARNs.</param>
internal sealed record StatementPrincipal(string Kind, InputList<string> Names)
{
    /// <summary>Everyone; for denials only.</summary>
    public static StatementPrincipal Everyone { get; } = new("*", Array.Empty<string>());

    public static StatementPrincipal Service(params string[] names) => new(nameof(Service), names);

    public static StatementPrincipal Aws(InputList<string> arns) => new("AWS", arns);
}
