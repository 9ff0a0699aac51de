using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.Inspection;

namespace MlopsBatch.Bench;

/// <summary>
/// How long the whole stack program takes to evaluate: one model, ten, a hundred. Judged by the processor time of this
/// process, so that what else a machine does at the time changes nothing; the time on the clock is shown beside it.
/// </summary>
internal static class EvaluationBench
{
    private static readonly TimeSpan DevLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HundredLimit = TimeSpan.FromSeconds(5);

    /// <summary>A hundred models may take this many times as long as ten: ten for linear growth, the rest for noise.</summary>
    private const double MostGrowth = 15;

    /// <returns>1 if a limit is missed.</returns>
    public static async Task<int> RunAsync(DirectoryInfo root, TextWriter output)
    {
        var file = StackFile.Read(root, "dev");
        var first = await TimeAsync(root, file, models: 1, runs: 1);
        var one = await TimeAsync(root, file, models: 1, runs: 5);
        var ten = await TimeAsync(root, file, models: 10, runs: 3);
        var hundred = await TimeAsync(root, file, models: 100, runs: 3);
        var growth = hundred.Processor / ten.Processor;
        Say($"                               processor      clock");
        SayTaken("dev, first time in the process", first, $"  (limit {DevLimit.TotalMilliseconds:N0} ms)");
        SayTaken("dev, warm", one, $"");
        SayTaken("10 models", ten, $"");
        SayTaken("100 models", hundred, $"  (limit {HundredLimit.TotalMilliseconds:N0} ms)");
        var linear = (double)hundred.Resources / ten.Resources;
        Say($"100 models to 10                {growth,7:N1} times (limit {MostGrowth:N0}; linear is {linear:N1})");
        var isGood = first.Processor < DevLimit && hundred.Processor < HundredLimit && growth < MostGrowth;
        Say($"{(isGood ? "within the limits" : "BEYOND A LIMIT")}");
        return isGood ? 0 : 1;

        void SayTaken(string what, (TimeSpan Processor, TimeSpan Clock, int Resources) taken, FormattableString limit)
        {
            var (processor, clock, resources) = taken;
            var times = FormattableString.Invariant($"{processor.TotalMilliseconds,7:N0} ms {clock.TotalMilliseconds,7:N0} ms");
            Say($"{what,-30} {times}  {resources,6} resources{FormattableString.Invariant(limit)}");
        }

        void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The median of some runs, each from settings to resources.</summary>
    private static async Task<(TimeSpan Processor, TimeSpan Clock, int Resources)> TimeAsync(
        DirectoryInfo root,
        StackFile file,
        int models,
        int runs
    )
    {
        var json = Settings(file, models);
        var times = new List<(TimeSpan Processor, TimeSpan Clock)>();
        var resources = 0;
        for (var run = 0; run < runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var settings = SettingsReader.Read(json, new StackFacts(file.Stack, file.Region));
            var context = new StackContext
            {
                Stack = file.Stack,
                Region = file.Region,
                Settings = settings,
                Files = new ProjectFiles(root),
            };
            resources = (await StackEvaluator.EvaluateAsync(context, FixedApprovedModels.None)).Resources.Length;
            times.Add((Environment.CpuUsage.TotalTime - before, watch.Elapsed));
        }

        var median = times.OrderBy(time => time.Processor).ElementAt(times.Count / 2);
        return (median.Processor, median.Clock, resources);
    }

    private static string Settings(StackFile file, int models)
    {
        var settings = (JsonObject)JsonNode.Parse(file.Settings!)!;
        settings["eventRuleQuota"] = 1000;
        var list = (JsonArray)settings["models"]!;
        for (var i = 1; i < models; i++)
        {
            var copy = (JsonObject)list[0]!.DeepClone();
            copy["name"] = string.Create(CultureInfo.InvariantCulture, $"model-{i}");
            list.Add(copy);
        }

        return settings.ToJsonString();
    }
}
