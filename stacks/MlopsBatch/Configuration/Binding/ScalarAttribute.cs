namespace MlopsBatch.Configuration.Binding;

/// <summary>A text that may be written as a bare number or boolean, as YAML and <c>pulumi config set --path</c> tend to do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ScalarAttribute : Attribute;
