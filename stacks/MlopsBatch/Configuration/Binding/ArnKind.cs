namespace MlopsBatch.Configuration.Binding;

/// <summary>The kinds of ARNs that settings name.</summary>
public enum ArnKind
{
    /// <summary>A KMS key; no alias, because policies can't name one.</summary>
    Key,

    Role,

    /// <summary>A managed policy, the account's own or AWS's.</summary>
    Policy,

    EventBus,

    /// <summary>A version of a model package group.</summary>
    ModelVersion,
}
