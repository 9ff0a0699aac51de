namespace MlopsBatch.Inspection.Declared;

/// <summary>An EventBridge rule with its targets.</summary>
/// <param name="Resource">The rule.</param>
/// <param name="Targets">Where its events go.</param>
public sealed record DeclaredRule(RecordedResource Resource, IReadOnlyList<DeclaredTarget> Targets)
{
    /// <summary>Name in the program.</summary>
    public string LogicalName => Resource.Name;

    /// <summary>Name in AWS.</summary>
    public string Name => Resource.Text("name")!;

    /// <summary>The bus that it listens on; null for the account's own.</summary>
    public string? Bus => Resource.Text("eventBusName");

    /// <summary>The pattern's JSON.</summary>
    public string PatternText => Resource.Text("eventPattern")!;

    public DeclaredPattern Pattern => DeclaredPattern.Parse(PatternText);

    public bool IsEnabled => Resource.Text("state") != "DISABLED";
}
