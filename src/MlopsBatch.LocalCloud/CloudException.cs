namespace MlopsBatch.LocalCloud;

/// <summary>
/// A request that the local cloud refuses, as the service that it stands for would.
/// </summary>
public sealed class CloudException : Exception
{
    /// <param name="code">The service's error code, for example <c>ValidationException</c> or <c>NoSuchKey</c>.</param>
    /// <param name="message">What is wrong and how it can be mended.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public CloudException(string code, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Faults = [message];
    }

    /// <param name="code">The service's error code.</param>
    /// <param name="subject">What the faults are in; it stands before their list.</param>
    /// <param name="faults">Every fault that was found, at least one.</param>
    public CloudException(string code, string subject, IReadOnlyList<string> faults)
        : base(Describe(subject, faults))
    {
        Code = code;
        Faults = faults;
    }

    /// <summary>The service's error code.</summary>
    public string Code { get; }

    /// <summary>Every fault, one text each.</summary>
    public IReadOnlyList<string> Faults { get; }

    private static string Describe(string subject, IReadOnlyList<string> faults) =>
        faults.Count == 1
            ? $"{subject}: {faults[0]}"
            : $"{subject}: {faults.Count} faults\n" + string.Join('\n', faults.Select(fault => "  - " + fault));
}
