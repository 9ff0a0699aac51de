using System.Net.Sockets;
using System.Text;

namespace MlopsBatch.LocalCloud.Tests.Http;

/// <summary>Clients that ask before they send a body (<c>Expect: 100-continue</c>), as the AWS CLI does for each upload.</summary>
public sealed class ExpectTests
{
    /// <summary>
    /// botocore keeps a connection's parser as it is after a final answer instead of "100 Continue": the next answer on
    /// that connection is misread, and waited for until its time-out of a minute.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task A_connection_ends_when_the_final_answer_comes_before_the_body_was_asked_for(int length)
    {
        await using var served = await ServedCloud.StartAsync();
        var address = new Uri(served.Server.Url);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var head = $"PUT /data/empty HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n";

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(ServedCloud.Patience) is { Length: > 0 } line)
        {
            answer.Add(line);
        }

        answer[0].ShouldStartWith("HTTP/1.1 403");
        answer.ShouldContain("Connection: close");
    }
}
