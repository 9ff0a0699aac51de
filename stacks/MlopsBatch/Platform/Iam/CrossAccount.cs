namespace MlopsBatch.Platform.Iam;

/// <summary>How other accounts are let in: by name, and only with roles of this project.</summary>
internal static class CrossAccount
{
    /// <summary>Limits a statement to this project's roles in the deploy accounts, or in others.</summary>
    public static Statement Limit(Account account, Statement statement, IReadOnlyList<string>? others = null)
    {
        var accounts = others ?? account.Settings.DeployAccounts;
        return statement
            .By(StatementPrincipal.Aws(accounts.Select(account.RootOf).ToArray()))
            .When("ArnLike", "aws:PrincipalArn", accounts.Select(id => account.RoleArnOf(id, $"{Names.RolePrefix}*")).ToArray());
    }
}
