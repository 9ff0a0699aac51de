using System.Net.Sockets;
using System.Security.Authentication;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>Why no connection to GitLab came about, in words of its own for each kind.</summary>
/// <param name="Reason">What happened.</param>
/// <param name="Mend">What has to be changed; null if it may pass by itself.</param>
internal sealed record ConnectionFault(string Reason, string? Mend = null)
{
    public static ConnectionFault Of(Exception fault, GitLabOptions options) =>
        fault switch
        {
            TimeoutException => new(fault.Message),
            _ when Find<AuthenticationException>(fault) is { } refused => Tls(refused, options),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
                $"the name {options.Url.Host} can't be resolved (DNS): {Innermost(fault)}"
            ),
            _ when Find<SocketException>(fault) is { } socket => Socket(socket, options),
            _ => new(Innermost(fault)),
        };

    private static ConnectionFault Socket(SocketException socket, GitLabOptions options) =>
        socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => new($"nothing listens at {options.Url.Host}:{options.Url.Port} (connection refused)"),
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new(
                $"the name {options.Url.Host} can't be resolved (DNS): {socket.Message}"
            ),
            SocketError.TimedOut => new($"{options.Url.Host}:{options.Url.Port} doesn't answer (connection timed out)"),
            SocketError.ConnectionReset => new($"{options.Url.Host} cut the connection: {socket.Message}"),
            SocketError.NetworkUnreachable or SocketError.HostUnreachable => new(
                $"there is no route to {options.Url.Host}: {socket.Message}"
            ),
            _ => new(socket.Message),
        };

    /// <summary>A certificate doesn't mend itself, so these are never tried again.</summary>
    private static ConnectionFault Tls(AuthenticationException refused, GitLabOptions options)
    {
        var text = Innermost(refused);
        if (Says("NameMismatch"))
        {
            return new(
                $"its certificate is for another name than {options.Url.Host} ({text})",
                $"Set gitLab.url to the name that the certificate of {options.Url.Host} is for, or have a certificate "
                    + $"made for {options.Url.Host}."
            );
        }

        if (Says("NotTimeValid"))
        {
            return new($"its certificate is expired or not valid yet ({text})", $"Renew the certificate of {options.Url.Host}.");
        }

        return Says("UntrustedRoot") || Says("PartialChain") || Says("NotSignatureValid")
            ? new(
                $"its certificate is signed by an authority that isn't trusted ({text})",
                "Put the authority's certificates as a PEM file into the project, and name it in gitLab.caFile. If it is "
                    + "named already, the "
                    + "file holds other authorities than the one that signed."
            )
            : new(
                $"no TLS connection: {text}",
                $"See that {options.Url} speaks TLS with a certificate that is valid for {options.Url.Host}; authorities "
                    + "of its own go into gitLab.caFile."
            );

        bool Says(string word) => text.Contains(word, StringComparison.Ordinal);
    }

    private static T? Find<T>(Exception? fault)
        where T : Exception
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner)
        {
            fault = inner;
        }

        return fault.Message;
    }
}
