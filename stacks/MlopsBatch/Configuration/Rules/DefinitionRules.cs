using MlopsBatch.Configuration.Binding;
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

    public static IEnumerable<Fault> Check(Settings settings, StackFacts facts)
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
               from fault in ModelProjectFaults.Find(Definitions.Project(context, model.Item, Key, Role, Scripts, ScriptContract.Shipped))
               select new Fault(
                   FaultCatalogue.Contradiction,
                   $"{SettingsPath.Root.Key("models").Index(model.Index)}: {fault}; mend it in Pulumi.<stack>.yaml"
               );
    }
}
