using MlopsBatch.Configuration;
using MlopsBatch.Platform;

namespace MlopsBatch.Outputs;

/// <summary>
/// The settings that a deploy account takes over, as lines to paste. The account that builds knows where the artifacts are, the
/// registry's who may look versions up; where those are two, each prints its part.
/// </summary>
/// <param name="Account">This account's number.</param>
/// <param name="KmsKeyArn">Key of this account's bucket.</param>
/// <param name="EventBusArn">Bus that takes the deploy accounts' violations; null where this account doesn't build.</param>
/// <param name="ReaderRoleArn">Role that looks versions up; null where this account isn't the registry.</param>
internal sealed record DeployAccountLines(string Account, string KmsKeyArn, string? EventBusArn, string? ReaderRoleArn)
{
    /// <summary>The lines; empty if this account shares with none.</summary>
    public string Write(Settings settings) => settings.DeployAccounts.Count == 0 ? "" : string.Join('\n', Lines(settings));

    private IEnumerable<string> Lines(Settings settings)
    {
        yield return "registry:";
        yield return $"  accountId: \"{settings.Registry?.AccountId ?? Account}\"";
        if (settings.Has(AccountRole.Build))
        {
            yield return $"  bucketName: {settings.Bucket.Name}";
            if (settings.Bucket.Prefix.Length > 0)
            {
                yield return $"  bucketPrefix: {settings.Bucket.Prefix}";
            }

            yield return $"  kmsKeyArn: {KmsKeyArn}";
        }
        else
        {
            yield return "  # bucketName, bucketPrefix, kmsKeyArn and eventBusArn: printed by the stack of the account that builds";
        }

        if (EventBusArn is not null)
        {
            yield return $"  eventBusArn: {EventBusArn}";
        }

        if ((ReaderRoleArn ?? settings.Registry?.ReaderRoleArn) is { } reader)
        {
            yield return $"  readerRoleArn: {reader}";
        }

        if (settings.Iam.Path != new IamOptions().Path)
        {
            yield return "iam:";
            yield return $"  path: {settings.Iam.Path}";
        }

        foreach (var line in Review(settings))
        {
            yield return line;
        }

        yield return "models:                          # with these names; the rest of each as in the account that builds";
        foreach (var model in settings.Models)
        {
            yield return $"  - name: {model.Name}";
            if (Models.GroupOf(model) != model.Name)
            {
                yield return $"    modelPackageGroup: {Models.GroupOf(model)}";
            }
        }
    }

    /// <summary>
    /// What a review has to name. A deployment looks versions up by its own account's settings: with other ones it would roll out
    /// what was refused here, or hold back what was let through.
    /// </summary>
    private static IEnumerable<string> Review(Settings settings)
    {
        var usual = new Settings();
        if (settings.RequireReview != usual.RequireReview)
        {
            yield return $"requireReview: {(settings.RequireReview ? "true" : "false")}";
        }

        if (settings.Review.Pattern != usual.Review.Pattern)
        {
            yield return "review:";
            yield return $"  pattern: '{settings.Review.Pattern.Replace("'", "''", StringComparison.Ordinal)}'";
        }
    }
}
