using System.Globalization;
using Pulumi;
using Pulumi.Aws.Iam;

namespace MlopsBatch.Platform.Iam;

/// <summary>A role that AWS services or other accounts take, with exactly what it was granted.</summary>
internal sealed class ServiceRole
{
    public const string Lambda = "lambda.amazonaws.com";
    private readonly Role _role;
    private readonly string _name;

    /// <param name="account">The account.</param>
    /// <param name="name">Last parts of its name.</param>
    /// <param name="services">Who may take it, such as <c>lambda.amazonaws.com</c>, on behalf of this account only.</param>
    /// <param name="grants">What it may do.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="model">The model that it belongs to, for its tags.</param>
    public ServiceRole(
        Account account,
        string name,
        string[] services,
        IEnumerable<Action<Grantee>> grants,
        Resource parent,
        string? model = null
    )
        : this(account, name, TrustIn(account, services), DescriptionOf(account, services), grants, parent, model) { }

    /// <param name="account">The account.</param>
    /// <param name="name">Last parts of its name.</param>
    /// <param name="trust">Who may take it.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="grants">What it may do.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="model">The model that it belongs to, for its tags.</param>
    public ServiceRole(
        Account account,
        string name,
        Statement trust,
        string description,
        IEnumerable<Action<Grantee>> grants,
        Resource parent,
        string? model = null
    )
    {
        var role = new Role(
            name,
            new RoleArgs
            {
                Name = account.Names.Of(name),
                Description = description,
                AssumeRolePolicy = PolicyText.OfTrust(trust),
                MaxSessionDuration = 3600,
                Path = account.Settings.Iam.Path,
                PermissionsBoundary = account.Settings.Iam.PermissionsBoundary!,
                Tags = account.Tags(model),
            },
            new() { Parent = parent }
        );
        Statements = Grantee.Of(grants).Statements;
        Policy = new RolePolicy(
            name,
            new RolePolicyArgs
            {
                Role = role.Name,
                Name = "granted",
                Policy = PolicyText.Of(Statements),
            },
            new() { Parent = parent }
        );
        Arn = role.Arn;
        _role = role;
        _name = name;
    }

    /// <summary>More grants than one policy holds (10,240 characters), each as a managed policy of its own.</summary>
    public void Attach(Account account, IEnumerable<Action<Grantee>> portions, Resource parent)
    {
        foreach (var (index, portion) in portions.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{_name}-{index + 2}");
            var policy = new Policy(
                name,
                new PolicyArgs
                {
                    Name = account.Names.Of(name),
                    Path = account.Settings.Iam.Path,
                    PolicyDocument = PolicyText.Of(Grantee.Of([portion]).Statements),
                    Tags = account.Tags(),
                },
                new() { Parent = parent }
            );
            _ = new RolePolicyAttachment(
                name,
                new RolePolicyAttachmentArgs { Role = _role.Name, PolicyArn = policy.Arn },
                new() { Parent = parent }
            );
        }
    }

    public Output<string> Arn { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Whoever uses the role at once (a function with a dead-letter queue) waits for it.</summary>
    public RolePolicy Policy { get; }

    private static Statement TrustIn(Account account, string[] services)
    {
        var trust = new Statement("Take", ["sts:AssumeRole"], Array.Empty<string>()).By(StatementPrincipal.Service(services));
        // Lambda takes a function's role without saying for which account; the others say it.
        return services.Contains(Lambda) ? trust : trust.When("StringEquals", "aws:SourceAccount", account.Id);
    }

    private static string DescriptionOf(Account account, string[] services) =>
        $"{string.Join(", ", services)} of stack {account.Context.Stack}";
}
