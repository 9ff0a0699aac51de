using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Tests.Proof;

/// <summary>Somebody who acts.</summary>
/// <param name="Kind">What decides for them.</param>
/// <param name="Name">The role's or policy's name in the program, the service's name, or a role's ARN.</param>
internal sealed record Actor(ActorKind Kind, string Name)
{
    /// <summary>A role of the stack.</summary>
    public static Actor Role(string name) => new(ActorKind.Role, name);

    /// <summary>Somebody whose role has a managed policy of the stack, and nothing else.</summary>
    public static Actor Person(string policy) => new(ActorKind.Person, policy);

    /// <summary>A service in its own name.</summary>
    public static Actor Service(string name) => new(ActorKind.Service, name);

    /// <summary>A role whose own policies allow everything: only the resources' policies decide.</summary>
    public static Actor Anyone(string roleArn) => new(ActorKind.Anyone, roleArn);

    public RequestPrincipal Principal(DeclaredGraph graph, string roleArn) =>
        Kind switch
        {
            ActorKind.Service => RequestPrincipal.Service(Name),
            ActorKind.Federated => RequestPrincipal.Federated(Name),
            ActorKind.Anyone => RequestPrincipal.Role(Name, "session"),
            ActorKind.Person => RequestPrincipal.Role($"arn:aws:iam::{graph.Account}:role/{Name}", "session"),
            _ => RequestPrincipal.Role(roleArn, "session"),
        };

    public override string ToString() => $"{Kind} {Name}";
}
