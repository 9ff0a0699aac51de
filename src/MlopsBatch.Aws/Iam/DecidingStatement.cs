namespace MlopsBatch.Aws.Iam;

/// <summary>The statement that decided.</summary>
/// <param name="Side">What kind of policy it is in.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Statement">The statement.</param>
public sealed record DecidingStatement(PolicySide Side, string Policy, PolicyStatement Statement)
{
    public override string ToString() => $"{Statement} of {Policy}";
}
