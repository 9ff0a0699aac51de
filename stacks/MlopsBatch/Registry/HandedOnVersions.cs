namespace MlopsBatch.Registry;

/// <summary>The versions that were looked up for a stack before its deployment.</summary>
/// <param name="Versions">The ARN of each group's version; null where none is approved. The deployment looks up groups that aren't in
/// it.</param>
/// <param name="PassedOver">Why approved versions can't be deployed, by their ARNs, for whoever approved them.</param>
public sealed record HandedOnVersions(IReadOnlyDictionary<string, string?> Versions, IReadOnlyDictionary<string, string> PassedOver)
{
    /// <summary>
    /// What of the answers is handed on. A group whose versions can't be deployed maybe only by the settings at hand isn't: the
    /// account may have been deployed with others.
    /// </summary>
    public static HandedOnVersions Of(IReadOnlyDictionary<string, ModelLookUp> found) =>
        new(
            found
                .Where(group => !group.Value.MayBeTheSettings)
                .ToDictionary(group => group.Key, group => group.Value.Version?.ModelPackageArn),
            found
                .Values.SelectMany(group => group.PassedOver)
                .DistinctBy(version => version.Arn)
                .ToDictionary(version => version.Arn, version => version.Reason)
        );
}
