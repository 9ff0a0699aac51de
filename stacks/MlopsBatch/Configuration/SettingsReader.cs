using System.Text.Json;
using MlopsBatch.Configuration.Binding;
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
            return (null, [SettingsFaults.Nothing()]);
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
            var binder = new SettingsBinder();
            var settings = binder.Bind<Settings>(document.RootElement, SettingsPath.Root);
            List<Fault> faults = [.. binder.Faults, .. SettingsRules.All.SelectMany(rule => rule(settings, facts))];
            // What SageMaker would refuse in a definition can be asked only of values that are right so far.
            return (settings, faults.Count > 0 ? faults : [.. DefinitionRules.Check(settings, facts)]);
        }
    }

    private static string Heading(string stack, int faults) =>
        $"The configuration of stack {stack} has {(faults == 1 ? "a fault" : $"{faults} faults")}:";
}
