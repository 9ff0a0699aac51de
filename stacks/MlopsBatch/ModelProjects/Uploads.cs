using System.Security.Cryptography;
using MlopsBatch.Configuration;
using MlopsBatch.Files;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.S3;

namespace MlopsBatch.ModelProjects;

/// <summary>Files that a deployment puts in place. Turning an upload off deletes nothing.</summary>
internal static class Uploads
{
    /// <summary>An object that keeps the ground-truth prefix non-empty, because a job can't read a prefix without objects.</summary>
    public static BucketObjectv2 Marker(SharedResources shared, ModelOptions model, Resource parent) =>
        new(
            $"{model.Name}-ground-truth-marker",
            new BucketObjectv2Args
            {
                Bucket = shared.Bucket.Ready,
                Key = shared.Bucket.Layout(model.Name).GroundTruthMarkerKey,
                Content = "Keeps this prefix non-empty; ground truth for a batch goes beside it, under the batch's file name.\n",
                ContentType = "text/plain; charset=utf-8",
                ServerSideEncryption = "aws:kms",
                KmsKeyId = shared.Bucket.Key.Arn,
            },
            new() { Parent = parent }
        );

    /// <summary>
    /// Puts a file of <c>data/</c> where the trigger looks, after everything is there that makes the trigger fire: the rule's
    /// target, the role with its policy, the bucket's events. While the trigger is off, no event would come of it; the object
    /// is put again, by its metadata, in the deployment that turns the trigger on. A trigger file comes last.
    /// </summary>
    public static void Data(
        Account account,
        SharedResources shared,
        ModelOptions model,
        string fileName,
        S3Folder folder,
        TriggerOptions trigger,
        EventTarget? target,
        Triggers triggers,
        Output<bool>? enabled,
        Resource parent
    )
    {
        var file = account.Context.Files.Data(fileName);
        var name = $"{model.Name}-{Path.GetFileNameWithoutExtension(fileName)}";
        InputMap<string> metadata = enabled is null ? [] : new() { ["trigger"] = enabled.Apply(on => on ? "enabled" : "waiting") };
        Resource[] waited = [.. new Resource?[] { target, triggers.StartRole.Policy, shared.Bucket.EventsOn }.OfType<Resource>()];
        CustomResourceOptions After(params Resource[] others) => new() { Parent = parent, RetainOnDelete = true, DependsOn = others };
        var data = new BucketObjectv2(
            name,
            new BucketObjectv2Args
            {
                Bucket = shared.Bucket.Ready,
                Key = folder.Key(KeyOf(trigger, fileName)),
                Source = UploadedFiles.Asset(file),
                SourceHash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))),
                ContentType = "text/csv",
                Metadata = metadata,
                ServerSideEncryption = "aws:kms",
                KmsKeyId = shared.Bucket.Key.Arn,
            },
            After(waited)
        );
        if (trigger is { Key: { } key, Reads: { } reads } && key != reads)
        {
            _ = new BucketObjectv2(
                $"{name}-trigger",
                new BucketObjectv2Args
                {
                    Bucket = shared.Bucket.Ready,
                    Key = folder.Key(key),
                    Content = $"{fileName} is complete.\n",
                    ContentType = "text/plain; charset=utf-8",
                    Metadata = metadata,
                    ServerSideEncryption = "aws:kms",
                    KmsKeyId = shared.Bucket.Key.Arn,
                },
                After([.. waited, data])
            );
        }
    }

    /// <summary>Where the file is read: what is read is a key, or a folder that the file is put into.</summary>
    private static string KeyOf(TriggerOptions trigger, string fileName) =>
        trigger switch
        {
            { Reads: { } key } when key.Length > 0 && !key.EndsWith('/') => key,
            { Key: not null, Reads: { } reads } => reads + fileName,
            { Key: { } key } => key,
            _ => $"{trigger.Prefix}{fileName}",
        };
}
