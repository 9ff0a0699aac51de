namespace Amazon.SageMaker.Model;

/// <summary>Value of a pipeline's parameter, always as text.</summary>
public class Parameter
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
