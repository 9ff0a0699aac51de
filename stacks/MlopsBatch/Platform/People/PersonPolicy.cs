using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Iam;

namespace MlopsBatch.Platform.People;

/// <summary>A managed policy made of grants.</summary>
internal static class PersonPolicy
{
    /// <returns>Its ARN.</returns>
    public static Output<string> Create(
        Account account,
        string name,
        string description,
        IEnumerable<Action<Grantee>> grants,
        Resource parent,
        string? model = null
    ) =>
        new Policy(
            name,
            new PolicyArgs
            {
                Name = account.Names.Of(name),
                Description = description,
                Path = account.Settings.Iam.Path,
                PolicyDocument = PolicyText.Of(Grantee.Of(grants).Statements),
                Tags = account.Tags(model),
            },
            new() { Parent = parent }
        ).Arn;
}
