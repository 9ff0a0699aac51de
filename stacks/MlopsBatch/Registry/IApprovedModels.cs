namespace MlopsBatch.Registry;

/// <summary>Finds the version that batch inference uses. The only question that the program asks AWS about versions.</summary>
public interface IApprovedModels
{
    /// <summary>
    /// The approved version with the highest number that can be deployed and whose review, if it needs one, is named; and those
    /// above it that can't be deployed. A pinned version is taken or refused.
    /// </summary>
    /// <exception cref="Faults.FaultException">The registry can't be asked, or the pinned version can't be deployed.</exception>
    Task<ModelLookUp> FindAsync(ModelQuestion question);
}
