namespace MlopsBatch.Lambda.Common.Hosting;

/// <summary>The function can't start with this environment. The message names every fault.</summary>
public sealed class FunctionEnvironmentException(IReadOnlyList<string> faults)
    : Exception(
        $"The function's environment has {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}:\n- "
            + $"{string.Join("\n- ", faults)}\nSet the variables in the stack and deploy it again."
    )
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
