namespace MlopsBatch.Cli.Graphs;

/// <summary>The colours: one hue for each kind of step, and for each kind of resource in the loop.</summary>
internal static class Tones
{
    public static readonly Tone Processing = new("processing", "#2168c4", "#63a4ff");
    public static readonly Tone Training = new("training", "#c2570c", "#fb9a4b");
    public static readonly Tone Tuning = new("tuning", "#b02a86", "#f07ac8");
    public static readonly Tone Transform = new("transform", "#17803d", "#4cc578");
    public static readonly Tone QualityCheck = new("qualitycheck", "#6941c6", "#ab8dff");
    public static readonly Tone RegisterModel = new("registermodel", "#0b7a82", "#3cc4cc");
    public static readonly Tone Condition = new("condition", "#8f6a00", "#dfb32f");
    public static readonly Tone Fail = new("fail", "#c3262f", "#ff7a7e");
    public static readonly Tone Model = new("model", "#3f6212", "#a3d14f");
    public static readonly Tone Neutral = new("neutral", "#5b6675", "#9aa7b8");

    public static readonly Tone Pipeline = new("pipeline", "#2168c4", "#63a4ff");
    public static readonly Tone Rule = new("rule", "#c2570c", "#fb9a4b");
    public static readonly Tone Schedule = new("schedule", "#8f6a00", "#dfb32f");
    public static readonly Tone Registry = new("registry", "#0b7a82", "#3cc4cc");
    public static readonly Tone Function = new("function", "#6941c6", "#ab8dff");
    public static readonly Tone Topic = new("topic", "#b02a86", "#f07ac8");
    public static readonly Tone Outside = new("outside", "#17803d", "#4cc578");

    private static readonly Dictionary<string, Tone> Steps = new()
    {
        ["Processing"] = Processing,
        ["Training"] = Training,
        ["Tuning"] = Tuning,
        ["Transform"] = Transform,
        ["QualityCheck"] = QualityCheck,
        ["RegisterModel"] = RegisterModel,
        ["Condition"] = Condition,
        ["Fail"] = Fail,
        ["Model"] = Model,
    };

    /// <summary>The colour of a kind of step; a kind that has none is neutral.</summary>
    public static Tone OfStep(string type) => Steps.GetValueOrDefault(type, Neutral);

    /// <summary>A legend of the kinds of steps that occur.</summary>
    public static IEnumerable<LegendEntry> Legend(IEnumerable<string> types)
    {
        var occurring = types.ToHashSet(StringComparer.Ordinal);
        return Steps
            .Keys.Where(occurring.Contains)
            .Concat(occurring.Except(Steps.Keys).Order(StringComparer.Ordinal))
            .Select(type => new LegendEntry(type, OfStep(type)));
    }
}
