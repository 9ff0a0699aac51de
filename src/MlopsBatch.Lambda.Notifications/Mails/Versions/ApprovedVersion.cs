using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Mails.Versions;

/// <summary>The version that a deployment would take: the approved one with the highest number that its review lets through.</summary>
/// <param name="Version">The version; null if none is approved or the registry could not be asked.</param>
/// <param name="Unknown">Why it isn't known, if the registry could not be asked.</param>
internal sealed record ApprovedVersion(ModelVersion? Version, string? Unknown)
{
    /// <summary><c>version 6, mse 5.10</c>, or that there is none, or why that isn't known.</summary>
    public string Words =>
        Unknown is not null ? $"not known. {Unknown}"
        : Version is null ? "no version"
        : MetricFigures.Read(Version.Metadata) is { } figures
            ? $"version {Version.Version}, {figures.Name} {(figures.Value is { } value ? Figures.Number(value) : "unknown")}"
        : $"version {Version.Version}";

    public bool IsNone => Version is null && Unknown is null;

    /// <param name="registry">The registry.</param>
    /// <param name="model">The model; null looks nowhere.</param>
    /// <param name="except">A version that doesn't count.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public static Task<ApprovedVersion> FindAsync(
        IModelRegistry registry,
        ModelSettings? model,
        int? except,
        CancellationToken cancellationToken
    ) =>
        model is null
            ? Task.FromResult(new ApprovedVersion(null, "The pipeline belongs to no model of the settings."))
            : FindAsync(registry, model.PackageGroup, ModelReview.Gate(model), except, cancellationToken);

    public static async Task<ApprovedVersion> FindAsync(
        IModelRegistry registry,
        string group,
        ReviewGate gate,
        int? except,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new ApprovedVersion(await registry.HighestApprovedAsync(group, gate, except, cancellationToken), null);
        }
        catch (LookupException e)
        {
            return new ApprovedVersion(null, e.Message);
        }
    }
}
