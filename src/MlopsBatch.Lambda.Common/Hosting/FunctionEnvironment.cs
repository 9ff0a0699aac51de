namespace MlopsBatch.Lambda.Common.Hosting;

/// <summary>
/// Reads a function's environment once and collects what is wrong with it, so that the start fails with one text that
/// names every fault: ask for all values, then call <see cref="ThrowIfFaulty"/>.
/// </summary>
public sealed class FunctionEnvironment(Func<string, string?> variables)
{
    private readonly List<string> _faults = [];

    /// <summary>The variable's value; a fault and the empty string if it is missing or not as <paramref name="isValid"/> wants.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="expected">What is allowed, to complete "needs …".</param>
    /// <param name="isValid">Null takes any text that isn't blank.</param>
    public string Required(string name, string expected, Func<string, bool>? isValid = null)
    {
        var value = variables(name);
        if (string.IsNullOrWhiteSpace(value))
        {
            _faults.Add($"{name} is missing: needs {expected}");
            return "";
        }

        return Checked(name, value.Trim(), expected, isValid);
    }

    /// <summary>The variable's value, or null if it isn't set.</summary>
    public string? Optional(string name, string expected, Func<string, bool>? isValid = null) =>
        variables(name) is { } value && !string.IsNullOrWhiteSpace(value) ? Checked(name, value.Trim(), expected, isValid) : null;

    /// <summary>Adds a fault that was found by other means.</summary>
    public void Fault(string name, string value, string problem) => _faults.Add($"{name} is \"{WithoutPassword(value)}\": {problem}");

    /// <exception cref="FunctionEnvironmentException">Something is missing or malformed.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new FunctionEnvironmentException(_faults);
        }
    }

    /// <summary>An address may hold a user's password; faults are logged.</summary>
    private static string WithoutPassword(string value)
    {
        var start = value.IndexOf("//", StringComparison.Ordinal);
        var end = start < 0 ? -1 : value.LastIndexOf('@');
        return end > start ? $"{value[..(start + 2)]}…{value[end..]}" : value;
    }

    private string Checked(string name, string value, string expected, Func<string, bool>? isValid)
    {
        if (isValid?.Invoke(value) == false)
        {
            Fault(name, value, $"needs {expected}");
        }

        return value;
    }
}
