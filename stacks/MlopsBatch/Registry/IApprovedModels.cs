using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Registry;

/// <summary>Finds the version that batch inference uses. The only question that the program asks AWS about versions.</summary>
public interface IApprovedModels
{
    /// <summary>The approved version with the highest number whose review, if it needs one, is named; null if there is none.</summary>
    /// <param name="group">Name of the group, or its ARN where the registry is in another account.</param>
    /// <param name="pinned">ARN of a version to take instead, or null.</param>
    /// <exception cref="Faults.FaultException">The registry can't be asked, or the pinned version can't be deployed.</exception>
    Task<ApprovedModel?> FindAsync(string group, string? pinned);
}
