using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform.Iam;

namespace MlopsBatch.Platform.Storage;

/// <summary>Statements of bucket policies.</summary>
internal static class BucketStatements
{
    public static Statement DenyPlainHttp(string bucketArn) =>
        (new Statement("DenyPlainHttp", ["s3:*"], new[] { bucketArn, $"{bucketArn}/*" }) { IsDenial = true })
            .By(StatementPrincipal.Everyone)
            .When("Bool", "aws:SecureTransport", new[] { "false" });

    /// <summary>The deploy accounts read registered models and their baselines, nothing else.</summary>
    public static IEnumerable<Statement> Sharing(Account account, DataBucket bucket)
    {
        if (account.Settings.DeployAccounts.Count == 0)
        {
            yield break;
        }
        // One pattern for all models, because a bucket's policy holds 20 KB.
        var layout = bucket.Layout("*");
        S3Folder[] folders = [layout.TrainingModels, layout.DataQuality];
        yield return CrossAccount.Limit(
            account,
            new("DeployAccountsRead", ["s3:GetObject"], folders.Select(folder => $"{bucket.Arn}/{folder.Prefix}*").ToArray())
        );
        yield return CrossAccount
            .Limit(account, new Statement("DeployAccountsList", ["s3:ListBucket"], new[] { bucket.Arn }))
            .When("StringLike", "s3:prefix", folders.Select(folder => $"{folder.Prefix}*").ToArray());
    }
}
