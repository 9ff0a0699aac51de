using System.Xml;

namespace MlopsBatch.Aws;

/// <summary>
/// Faults of the way to a service, which AWS's clients let through as they are: no connection, a cut one, an answer that is
/// none, no answer in time.
/// </summary>
public static class TransportFaults
{
    public static bool Includes(Exception fault) =>
        fault is HttpRequestException or IOException or XmlException or OperationCanceledException;

    /// <summary>What happened at the bottom of it.</summary>
    public static string Reason(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        while (fault.InnerException is { } inner)
        {
            fault = inner;
        }

        return fault.Message;
    }
}
