using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Http;

public sealed class PortTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_named_with_the_mend()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var cloud = new TestCloud();

        var refused = await Should.ThrowAsync<CloudException>(() => CloudServer.StartAsync(cloud.Cloud, port));

        refused.Code.ShouldBe("PortUnavailable");
        refused.Message.ShouldContain($"can't listen on 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}: ");
        refused.Message.ShouldEndWith("Choose another port, or 0 for any free one.");
    }
}
