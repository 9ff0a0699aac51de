using System.Text.Json.Nodes;
using MlopsBatch.Rehearsal.Accounts;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>
/// A stack's own settings on the rehearsal's stage: what belongs to somebody in the world (accounts, buckets, keys, people,
/// certificates) and what the scenario itself does (when data come, how long tuning takes) is the rehearsal's; all else stays
/// as it is written.
/// </summary>
internal static class ConfiguredSettings
{
    /// <summary>What isn't the stack's own, for people.</summary>
    public const string Replaced =
        "the rehearsal's own: accounts and roles, bucket, key and boundary, people's addresses, GitLab's certificates and VPC, "
        + "when pipelines start, which review reference counts";

    /// <summary>Keys that are left out, by their section.</summary>
    private static readonly (string Section, string[] Keys)[] LeftOut =
    [
        (
            "",
            [
                "registry",
                "deployAccounts",
                "buildAccounts",
                "retrainOnViolation",
                "recreatePipelines",
                "uploadTrainingData",
                "uploadInferenceData",
                "review",
            ]
        ),
        ("bucket", ["existing", "kmsKeyArn", "formerKmsKeyArns", "roleArn"]),
        ("gitLab", ["caFile", "network"]),
        ("iam", ["permissionsBoundary"]),
    ];

    /// <param name="own">The model and its stack's settings.</param>
    /// <param name="standIn">The rehearsal's settings for this account.</param>
    /// <param name="account">The account.</param>
    /// <param name="trials">How many trials a tuning makes at most.</param>
    public static JsonObject Of(ConfiguredModel own, JsonObject standIn, RehearsedAccount account, int trials)
    {
        var settings = own.Settings.DeepClone().AsObject();
        foreach (var (section, keys) in LeftOut)
        {
            var target = section.Length == 0 ? settings : settings[section] as JsonObject;
            foreach (var key in keys)
            {
                target?.Remove(key);
            }
        }

        settings["roles"] = standIn["roles"]!.DeepClone();
        settings["allowOfflinePackages"] = true;
        settings["bucket"]!["name"] = account.Bucket;
        Section(settings, "notifications")["recipients"] = standIn["notifications"]!["recipients"]!.DeepClone();
        foreach (var section in new[] { "network", "gitLab" })
        {
            if (standIn[section] is not { } needed)
            {
                settings.Remove(section);
            }
            else if (settings[section] is null)
            {
                settings[section] = needed.DeepClone();
            }
        }

        settings["models"] = new JsonArray(Model(own, standIn["models"]![0]!.AsObject(), trials));
        return settings;
    }

    private static JsonObject Model(ConfiguredModel own, JsonObject standIn, int trials)
    {
        var model = own.Settings["models"]![own.Index]!.DeepClone().AsObject();
        model.Remove("approvedModelPackageArn");
        foreach (var key in new[] { "responsible", "triggers", "schedules" })
        {
            model[key] = standIn[key]!.DeepClone();
        }

        var hpo = Section(model, "hpo");
        hpo["maxJobs"] = Math.Min(own.Model.Hpo.MaxJobs, trials);
        hpo["maxParallel"] = Math.Min(own.Model.Hpo.MaxParallel, Math.Min(2, trials));
        return model;
    }

    private static JsonObject Section(JsonObject parent, string key)
    {
        if (parent[key] is not JsonObject)
        {
            parent[key] = new JsonObject();
        }

        return parent[key]!.AsObject();
    }
}
