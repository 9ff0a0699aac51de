using System.Text.Json;
using System.Text.RegularExpressions;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Scripts;

/// <summary>What a folder of step scripts says of itself in its <c>contract.json</c>; a folder without one says nothing.</summary>
public sealed partial class ScriptContract
{
    public const string FileName = "contract.json";

    private readonly IReadOnlySet<string> _words;

    private ScriptContract(IReadOnlyDictionary<string, HyperparameterRule> hyperparameters, IReadOnlySet<string> words) =>
        (Hyperparameters, _words) = (hyperparameters, words);

    /// <summary>The contract of the scripts that ship with the project.</summary>
    public static ScriptContract Shipped { get; } = Of(Resource(FileName), Resource(ScriptNames.Training));

    /// <summary>The training script's hyperparameters by name, with kind and limits.</summary>
    public IReadOnlyDictionary<string, HyperparameterRule> Hyperparameters { get; }

    /// <summary>What tuning searches unless the settings say otherwise.</summary>
    public IReadOnlyDictionary<string, HpoRange> SearchRanges =>
        Hyperparameters
            .Select(rule => (rule.Key, Range: rule.Value.SearchRange()))
            .Where(rule => rule.Range is not null)
            .ToDictionary(rule => rule.Key, rule => rule.Range!);

    /// <summary>
    /// Whether the training script may take a hyperparameter: the contract lists it, or the script names it somewhere
    /// (an option that was added there needs no second place). Without a contract, any.
    /// </summary>
    public bool Knows(string hyperparameter) =>
        Hyperparameters.Count == 0 || Hyperparameters.ContainsKey(hyperparameter) || _words.Contains(hyperparameter);

    /// <param name="contract">The text of <c>contract.json</c>; null if there is none.</param>
    /// <param name="trainingScript">The text of the training script.</param>
    /// <exception cref="ArgumentException">The contract is no JSON, or not of this shape.</exception>
    public static ScriptContract Of(string? contract, string trainingScript)
    {
        var words = QuotedWord().Matches(trainingScript).Select(match => match.Groups[1].Value).ToHashSet();
        try
        {
            var file = contract is null ? null : JsonSerializer.Deserialize(contract, ScriptContractJson.Default.ScriptContractFile);
            return new(file?.Hyperparameters ?? new Dictionary<string, HyperparameterRule>(), words);
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"{FileName} can't be read: {fault.Message}", fault);
        }
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ScriptContract).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("[\"'](?:--)?([A-Za-z]\\w*)[\"']")]
    private static partial Regex QuotedWord();
}
