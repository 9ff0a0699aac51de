namespace MlopsBatch.Events.Monitoring;

/// <summary>Values of <see cref="ConstraintViolation.CheckType"/> for data quality.</summary>
public static class ViolationKinds
{
    public const string DataType = "data_type_check";
    public const string Completeness = "completeness_check";
    public const string BaselineDrift = "baseline_drift_check";
    public const string MissingColumn = "missing_column_check";
    public const string ExtraColumn = "extra_column_check";
    public const string CategoricalValues = "categorical_values_check";
}
