namespace Amazon.SageMaker.Model;

/// <summary>A tag of a resource.</summary>
public class Tag
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
