using System.Text.Json;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.ModelProjects;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Configuration.Rules;

/// <summary>
/// SageMaker would take the definitions that the settings lead to. Asked with placeholders for what only a deployment knows.
/// </summary>
internal static class DefinitionRules
{
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/placeholder";
    private const string Role = "arn:aws:iam::111122223333:role/placeholder";
    private static readonly string Scripts = new('0', 64);

    public static IEnumerable<SettingsFinding> Check(Settings settings, StackFacts facts)
    {
        if (!settings.Has(AccountRole.Build) && !settings.Has(AccountRole.Deploy))
        {
            return [];
        }

        var context = new StackContext
        {
            Stack = facts.Stack,
            Region = facts.Region,
            Settings = settings,
            Files = new ProjectFiles(new(".")),
        };
        return from model in settings.Models.Index()
               let path = SettingsPath.Root.Key("models").Index(model.Index)
               from fault in ModelProjectFaults.Find(Definitions.Project(context, model.Item, Key, Role, Scripts, ScriptContract.Shipped))
               select Told(path, model.Item, fault);
    }

    /// <summary>A project's fault names its property, as in <c>Hpo.Objective: …</c>; the setting has the same name.</summary>
    private static SettingsFinding Told(SettingsPath model, ModelOptions options, string fault)
    {
        var parts = fault.Split(": ", 2);
        var path = parts[0].Split('.').Aggregate(model, (at, name) => at.Key(JsonNamingPolicy.CamelCase.ConvertName(name)));
        var isSetting = parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal);
        return new(FaultCatalogue.Contradiction, isSetting ? $"{path}: {parts[1]}" : $"{model}: {fault}")
        {
            Candidates = parts[0] == "Hpo.Objective" ? SettingsFaults.Sets(path, [$"validation:{options.Metric.Name}"]) : [],
            Otherwise = commands => $"mend it in {commands.File}",
        };
    }
}
