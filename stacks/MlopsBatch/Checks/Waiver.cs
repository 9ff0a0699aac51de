namespace MlopsBatch.Checks;

/// <summary>A demand that is not met on purpose.</summary>
/// <param name="Row">Row of the security checklist.</param>
/// <param name="Resource">Name of the resource in the program; <c>*</c> for every one that the row is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it; null: it is how the product is made, and nobody's signature.</param>
/// <param name="Until">The last day on which it holds; null: as long as the product is made so.</param>
public sealed record Waiver(int Row, string Resource, string Reason, string? Owner = null, DateOnly? Until = null)
{
    public bool Covers(int row, string resource) => Row == row && (Resource == "*" || Resource == resource);
}
