namespace MlopsBatch.Aws.Iam;

/// <summary>How an operator treats a key that has many values (IAM user guide, "Set operators for multivalued context keys").</summary>
public enum SetQualifier
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary>Every value of the request has to fit; none at all fits, too.</summary>
    ForAllValues,

    /// <summary>At least one value of the request has to fit.</summary>
    ForAnyValue,
}
