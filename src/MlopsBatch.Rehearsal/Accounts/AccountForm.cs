namespace MlopsBatch.Rehearsal.Accounts;

/// <summary>How the roles of the stack are spread over accounts.</summary>
public enum AccountForm
{
    /// <summary>One account with all three roles.</summary>
    Single,

    /// <summary>One that keeps versions and builds, one for staging, one for production.</summary>
    Split,

    /// <summary>As <see cref="Split"/>, with the registry in an account of its own.</summary>
    SharedRegistry,
}
