namespace MlopsBatch.Diagrams;

/// <summary>Types of steps and their colours.</summary>
internal static class StepKinds
{
    public const string Folder = "S3 folder";

    public static IReadOnlyDictionary<string, string> Legend { get; } = new Dictionary<string, string>
    {
        ["Processing"] = Colours.Blue,
        ["QualityCheck"] = Colours.Orange,
        ["Training"] = Colours.Green,
        ["Tuning"] = Colours.Brown,
        ["Transform"] = Colours.Purple,
        ["Model"] = Colours.Sky,
        ["RegisterModel"] = Colours.Sky,
        ["Condition"] = Colours.Grey,
        ["Fail"] = Colours.Red,
        [Folder] = Colours.Grey,
    };

    /// <summary>The part of the legend that some kinds need.</summary>
    public static IReadOnlyDictionary<string, string> For(IEnumerable<string> kinds)
    {
        var used = kinds.ToHashSet();
        return Legend.Where(kind => used.Contains(kind.Key)).ToDictionary();
    }
}
