namespace MlopsBatch.Checks;

/// <summary>A demand that is not met on purpose.</summary>
/// <param name="Row">Row of the security checklist.</param>
/// <param name="Resource">Name of the resource in the program; <c>*</c> for every one that the row is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Date">When it was decided, or is to be looked at again.</param>
public sealed record Waiver(int Row, string Resource, string Reason, string Owner, DateOnly Date)
{
    public bool Covers(int row, string resource) => Row == row && (Resource == "*" || Resource == resource);
}
