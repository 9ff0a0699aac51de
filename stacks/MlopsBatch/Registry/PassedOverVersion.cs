using MlopsBatch.Faults;

namespace MlopsBatch.Registry;

/// <summary>An approved version that can't be deployed.</summary>
/// <param name="Arn">The version.</param>
/// <param name="Why">Why, as a clause.</param>
/// <param name="IsBySettings">Whether it could be deployed by other settings: its artifact lies where they don't expect it.</param>
public sealed record PassedOverVersion(string Arn, string Why, bool IsBySettings)
{
    /// <summary>What is told to whoever approved it.</summary>
    public string Reason => $"version {Arn.Split('/')[^1]} can't be deployed: {Why}. {Mend}.";

    private string Mend =>
        IsBySettings
            ? "Give the model the name that it has in the registry's settings, and settings.registry what the registry's stack prints "
                + "as output \"pasteIntoDeployAccounts\"; or reject the version, if somebody registered it by hand"
            : "Reject it, and approve a version that the training pipeline registered";

    /// <summary>What is told to whoever deploys.</summary>
    /// <param name="found">The answer that it is part of: says what is deployed in its place.</param>
    public Fault Fault(ModelLookUp found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var instead = found.Version is { } version ? $"version {version.Version} is taken" : "no other version is approved";
        return new(FaultCatalogue.NotDeployable, $"{Arn}: can't be deployed: {Why}; {instead}. {Mend}") { IsWarning = true };
    }
}
