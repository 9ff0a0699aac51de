namespace MlopsBatch.Checks;

/// <summary>How a row came out.</summary>
public enum CheckOutcome
{
    /// <summary>Every resource that it is about does what it demands.</summary>
    Pass,

    /// <summary>What doesn't is waived, with a reason.</summary>
    Waived,

    /// <summary>The stack has no resource that it is about.</summary>
    NotApplicable,

    /// <summary>At least one resource doesn't.</summary>
    Fail,
}
