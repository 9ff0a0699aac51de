using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>What a setting needs from the run that deploys.</summary>
internal static class RunRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings, StackFacts facts)
    {
        if (settings.RecreatePipelines && string.IsNullOrEmpty(facts.RunId))
        {
            var path = SettingsPath.Root.Key("recreatePipelines");
            yield return new(
                FaultCatalogue.NoRunId,
                $"{path}: got \"true\", but there is no run to replace the pipelines for, needs CI_PIPELINE_ID (GitLab "
                    + "sets it) or MLOPS_RUN_ID in the environment; or leave them"
            )
            {
                Candidates = SettingsFaults.Sets(path, ["false"]),
            };
        }
    }
}
