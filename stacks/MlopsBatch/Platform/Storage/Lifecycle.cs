using System.Security.Cryptography;
using System.Text;
using MlopsBatch.Aws;
using MlopsBatch.Pipelines.Storage;
using Pulumi;
using Pulumi.Aws.S3.Inputs;

namespace MlopsBatch.Platform.Storage;

/// <summary>What expires: replaced versions everywhere, and what can be made again. Models, evaluations, baselines and scripts never
/// do.</summary>
internal static class Lifecycle
{
    public static InputList<BucketLifecycleConfigurationRuleArgs> Rules(Account account, DataBucket bucket)
    {
        var options = account.Settings.Bucket;
        var transient = account
            .Settings.Models.SelectMany(model => bucket.Layout(model.Name).Folders)
            .Where(folder => folder.Lifecycle == LifecycleClass.Transient)
            .Select(folder => new BucketLifecycleConfigurationRuleArgs
            {
                Id = IdOf(folder),
                Status = "Enabled",
                Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = folder.Prefix },
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = options.IntermediateDays },
            });
        return transient.Prepend(Housekeeping(options.NoncurrentDays)).ToArray();
    }

    /// <summary>A rule's id; one that S3 would refuse for its length is cut and ends in a hash of the whole.</summary>
    private static string IdOf(S3Folder folder)
    {
        var (id, most) = ($"expire {folder.Path}", Quotas.LifecycleRuleId.Most);
        return id.Length <= most ? id : $"{id[..(most - 9)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8]}";
    }

    private static BucketLifecycleConfigurationRuleArgs Housekeeping(int days) =>
        new()
        {
            Id = "housekeeping",
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = 7,
            },
            NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = days },
        };
}
