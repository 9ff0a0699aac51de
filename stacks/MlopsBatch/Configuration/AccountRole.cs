namespace MlopsBatch.Configuration;

/// <summary>What an account is for. One account may have several roles; a newcomer's only account has all three.</summary>
public enum AccountRole
{
    /// <summary>Model package groups and the function that hands an approval to GitLab.</summary>
    Registry,

    /// <summary>Training and hyperparameter tuning.</summary>
    Build,

    /// <summary>Batch inference with the approved model version.</summary>
    Deploy,
}
