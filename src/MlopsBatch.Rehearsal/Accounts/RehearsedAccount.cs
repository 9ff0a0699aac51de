using MlopsBatch.Configuration;

namespace MlopsBatch.Rehearsal.Accounts;

/// <summary>One account of the rehearsal.</summary>
/// <param name="Stack">Name of its stack.</param>
/// <param name="Id">Twelve digits, those of AWS's documentation.</param>
/// <param name="Roles">What it is for.</param>
internal sealed record RehearsedAccount(string Stack, string Id, params IReadOnlyList<AccountRole> Roles)
{
    /// <summary>The name of the stack that only tries things out: its violations start no tuning.</summary>
    public const string Staging = "staging";

    private const string First = "111122223333";

    /// <summary>Globally unique in AWS, so it names its account.</summary>
    public string Bucket => $"mlops-batch-{Id}";

    public bool Has(AccountRole role) => Roles.Contains(role);

    /// <summary>The accounts of a form in the order of their deployment.</summary>
    public static IReadOnlyList<RehearsedAccount> Of(AccountForm form) =>
        form switch
        {
            AccountForm.Split => [new("dev", First, AccountRole.Registry, AccountRole.Build), .. Deploying()],
            AccountForm.SharedRegistry =>
            [
                new("registry", First, AccountRole.Registry),
                new("build", "555566667777", AccountRole.Build),
                .. Deploying(),
            ],
            _ => [new("rehearsal", First, AccountRole.Registry, AccountRole.Build, AccountRole.Deploy)],
        };

    private static IEnumerable<RehearsedAccount> Deploying() =>
        [new(Staging, "222233334444", AccountRole.Deploy), new("prod", "444455556666", AccountRole.Deploy)];
}
