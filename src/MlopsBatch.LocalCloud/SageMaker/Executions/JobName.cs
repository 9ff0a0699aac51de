using System.Globalization;
using MlopsBatch.LocalCloud.SageMaker.Definitions;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>The names that the pipeline service gives to jobs: pipelines-{execution}-{step}-{ten characters}.</summary>
internal static class JobName
{
    private const int MaxCharacters = 63;

    /// <summary>Tuning jobs have shorter names, because those of their training jobs are longer.</summary>
    private const int MaxTuningCharacters = 32;

    public static string Create(IdSource ids, string executionArn, StepDefinition step, int attempt)
    {
        var execution = executionArn.Split('/')[^1];
        var suffix = ids.MixedCaseOf(10, "job", executionArn, step.Name, attempt.ToString(CultureInfo.InvariantCulture));
        var (start, limit) = step.Type == "Tuning" ? (execution + "-", MaxTuningCharacters) : ($"pipelines-{execution}-", MaxCharacters);
        var room = limit - start.Length - suffix.Length - 1;
        var name = step.Name.Replace('_', '-');
        name = name[..Math.Min(name.Length, room)].Trim('-');
        return $"{start}{name}-{suffix}";
    }
}
