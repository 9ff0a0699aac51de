using System.Diagnostics.CodeAnalysis;

namespace MlopsBatch.Lambda.Common.Text;

/// <summary>An Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
public sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    /// <summary>
    /// Reads an ARN. Only letters, digits and <c>:/-_.+=@</c> are let through, so that it may stand in a command that
    /// people paste into a shell.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = null;
        if (text is not { Length: <= 2048 } || text.Any(c => !char.IsAsciiLetterOrDigit(c) && !":/-_.+=@".Contains(c)))
        {
            return false;
        }

        var parts = text.Split(':', 6);
        if (parts.Length < 6 || parts[0] != "arn" || parts[1].Length == 0 || parts[2].Length == 0 || parts[5].Length == 0)
        {
            return false;
        }

        arn = new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
        return true;
    }

    /// <summary>Whether the text is the ARN of a resource of the service, for instance <c>sns</c>.</summary>
    public static bool IsOf(string service, string text) => TryParse(text, out var arn) && arn.Service == service;

    /// <summary>The resource's parts: <c>pipeline/name/execution/id</c> has four.</summary>
    public IReadOnlyList<string> ResourceParts => Resource.Split('/');

    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}
