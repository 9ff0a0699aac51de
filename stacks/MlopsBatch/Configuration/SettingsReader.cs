using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Configuration.Rules;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration;

/// <summary>The edge: the <c>settings</c> JSON is bound and checked here, once, and is an immutable record from there on.</summary>
public static class SettingsReader
{
    /// <summary>Reads the settings of a stack.</summary>
    /// <param name="json">The value of <c>mlops-batch:settings</c>, or null if it isn't set.</param>
    /// <param name="facts">What the rules need to know besides.</param>
    /// <exception cref="FaultException">Anything is wrong; the message has every fault.</exception>
    public static Settings Read(string? json, StackFacts facts)
    {
        var (settings, faults) = TryRead(json, facts);
        return faults.Count == 0 ? settings! : throw new FaultException(Heading(facts.Stack, faults.Count), faults);
    }

    /// <summary>Reads the settings and returns the faults in place of throwing them; settings are null only if there were none.</summary>
    public static (Settings? Settings, IReadOnlyList<Fault> Faults) TryRead(string? json, StackFacts facts)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return (null, [SettingsFaults.Nothing(facts.OtherKeys)]);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return (
                null,
                [new(FaultCatalogue.WrongType, "mlops-batch:settings: is no JSON object; write it as nested YAML in Pulumi.<stack>.yaml")]
            );
        }

        using (document)
        {
            var (settings, findings) = Find(document.RootElement, facts);
            if (findings.Count == 0)
            {
                return (settings, []);
            }

            var mender = new Mender(tree => Find(tree, facts), new StackCommands(facts.Stack, facts.Path));
            return (settings, mender.Advise(ConfigTree.Of(JsonNode.Parse(json), facts.Region), findings));
        }
    }

    /// <summary>What works in right settings, but hardly as it was meant.</summary>
    public static IReadOnlyList<Fault> Warnings(Settings settings, StackFacts facts)
    {
        List<SettingsFinding> findings = [.. SettingsRules.Warnings.SelectMany(rule => rule(settings, facts))];
        return [.. findings.Select(one => new Fault(one.Code, Told(one, facts)) { IsWarning = true })];
    }

    private static string Told(SettingsFinding finding, StackFacts facts) =>
        finding.Otherwise is { } otherwise ? $"{finding.Text}; {otherwise(new(facts.Stack, facts.Path))}" : finding.Text;

    private static IReadOnlyList<SettingsFinding> Find(JsonObject tree, StackFacts facts)
    {
        using var document = JsonDocument.Parse(tree[SettingsPath.Root.Text]?.ToJsonString() ?? "null");
        return Find(document.RootElement, facts with { Region = (string?)tree[SettingsPath.Region.Text] ?? "" }).Findings;
    }

    private static (Settings Settings, IReadOnlyList<SettingsFinding> Findings) Find(JsonElement json, StackFacts facts)
    {
        var binder = new SettingsBinder();
        var settings = binder.Bind<Settings>(json, SettingsPath.Root);
        List<SettingsFinding> findings = [.. binder.Faults, .. SettingsRules.All.SelectMany(rule => rule(settings, facts))];
        // What SageMaker would refuse in a definition can be asked only of values that are right so far.
        return (settings, findings.Count > 0 ? findings : [.. DefinitionRules.Check(settings, facts)]);
    }

    private static string Heading(string stack, int faults) =>
        $"The configuration of stack {stack} has {(faults == 1 ? "a fault" : $"{faults} faults")}:";
}
