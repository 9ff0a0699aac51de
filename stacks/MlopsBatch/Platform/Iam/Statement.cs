using Pulumi;

namespace MlopsBatch.Platform.Iam;

/// <summary>One statement of a policy. Grants make them; nobody writes policies by hand.</summary>
/// <param name="Sid">Says what it is for, in letters and digits.</param>
/// <param name="Actions">Never <c>*</c>.</param>
/// <param name="Resources">ARNs; <c>*</c> only through <see cref="UnscopableAction"/>, or where the policy belongs to its one
/// resource.</param>
internal sealed record Statement(string Sid, IReadOnlyList<string> Actions, InputList<string> Resources)
{
    public bool IsDenial { get; init; }

    /// <summary>Only in policies of resources.</summary>
    public StatementPrincipal? Principal { get; init; }

    public IReadOnlyList<GrantCondition> Conditions { get; init; } = [];

    public Statement When(string test, string key, InputList<string> values) =>
        this with
        {
            Conditions = [.. Conditions, new(test, key, values)],
        };

    public Statement By(StatementPrincipal principal) => this with { Principal = principal };
}
