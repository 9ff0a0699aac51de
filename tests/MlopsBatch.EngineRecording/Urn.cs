namespace MlopsBatch.EngineRecording;

/// <summary>The names that the engine gives.</summary>
internal static class Urn
{
    private const string StackType = "pulumi:pulumi:Stack";

    /// <summary>The types of all parents but the stack, and the name.</summary>
    public static string Of(EngineOptions options, string parent, string type, string name)
    {
        var parents = parent.Length == 0 || parent.Split("::")[2] == StackType ? "" : $"{parent.Split("::")[2]}$";
        return $"urn:pulumi:{options.Stack}::{options.Project}::{parents}{type}::{name}";
    }
}
