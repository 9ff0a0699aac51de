using System.Net.Sockets;
using System.Text;

namespace MlopsBatch.LocalCloud.Processes;

/// <summary>A connection to the Python that forks: one line each way at a time.</summary>
internal sealed class JobConnection : IDisposable
{
    private readonly NetworkStream _stream;

    private JobConnection(NetworkStream stream) => _stream = stream;

    public Stream Stream => _stream;

    /// <summary>Connects and says the first line.</summary>
    /// <exception cref="CloudException">ProcessNotStarted, when nobody listens.</exception>
    public static async Task<JobConnection> OpenAsync(string path, string line, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            var stream = new NetworkStream(socket, ownsSocket: true);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation);
            return new(stream);
        }
        catch (Exception error)
        {
            socket.Dispose();
            throw error is SocketException or IOException
                ? new CloudException("ProcessNotStarted", $"The Python that starts the jobs has gone ({error.Message}).", error)
                : error;
        }
    }

    /// <summary>The next line; empty if the connection has ended.</summary>
    public async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        try
        {
            while (await _stream.ReadAsync(next, cancellation) == 1 && next[0] != '\n')
            {
                line.Append((char)next[0]);
            }
        }
        catch (IOException)
        {
            // As if it had ended.
        }
        return line.ToString();
    }

    public void Dispose() => _stream.Dispose();
}
