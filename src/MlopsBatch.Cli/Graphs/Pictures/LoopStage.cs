using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>Which stage of the closed loop (L1 to L10, see the list in the README) something belongs to, by what it does.</summary>
internal static class LoopStage
{
    public const string Registration = "L2";
    public const string Decision = "L4";
    public const string RollOut = "L5";
    public const string Review = "L9";
    public const string Failure = "L10";

    private const string Retraining = "L8";

    /// <summary>Starting a pipeline.</summary>
    public static string Of(DrawnPipeline started) =>
        started.Has("Tuning") ? Retraining
        : started.Has("Training") ? "L1"
        : "L6";

    /// <summary>A rule, by what it listens to and what its targets are; empty if it is outside of the loop.</summary>
    public static string Of(DeclaredPattern pattern, IReadOnlyList<DrawnPipeline> started, bool toOtherAccount, bool toGitLab)
    {
        if (started.Count > 0)
        {
            return Of(started[0]);
        }

        if (toOtherAccount)
        {
            return Retraining;
        }

        if (toGitLab)
        {
            return RollOut;
        }

        if (pattern.Groups.Count > 0)
        {
            return "L3";
        }

        if (pattern.Keys.Count > 0)
        {
            return "L7";
        }

        return pattern is { PipelineArns.Count: > 0, Steps.Count: 0 } ? Failure : "";
    }
}
