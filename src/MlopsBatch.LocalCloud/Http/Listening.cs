using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>Starts servers on the loopback address.</summary>
internal static class Listening
{
    /// <summary>Starts a server, or disposes of it.</summary>
    /// <param name="web">A server that listens on one port of 127.0.0.1.</param>
    /// <param name="who">What listens, to begin a sentence with.</param>
    /// <param name="port">The port that it was given.</param>
    /// <exception cref="CloudException">PortUnavailable.</exception>
    public static async Task StartAsync(WebApplication web, string who, int port)
    {
        try
        {
            await web.StartAsync();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await web.DisposeAsync();
            throw new CloudException(
                "PortUnavailable",
                $"{who} can't listen on 127.0.0.1:{port}: {error.Message} Choose another port, or 0 for any free one.",
                error
            );
        }
    }
}
