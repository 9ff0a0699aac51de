namespace MlopsBatch.Tests.Proof;

/// <summary>What decides what somebody may do.</summary>
internal enum ActorKind
{
    /// <summary>A role of the stack: its own policies and the resources'.</summary>
    Role,

    /// <summary>A managed policy of the stack for people.</summary>
    Person,

    /// <summary>The resources' policies.</summary>
    Service,

    /// <summary>A role's trust policy: somebody whom an identity provider vouches for.</summary>
    Federated,

    /// <summary>The resources' policies: their own allow everything.</summary>
    Anyone,
}
