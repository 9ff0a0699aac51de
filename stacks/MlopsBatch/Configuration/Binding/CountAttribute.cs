namespace MlopsBatch.Configuration.Binding;

/// <summary>How many entries a list has.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountAttribute(int least, int most) : Attribute
{
    public int Least { get; } = least;

    public int Most { get; } = most;
}
