using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Serving;

/// <summary>A process that has loaded a model and answers one request at a time (see serving_host.py).</summary>
internal sealed class ServingHost(IRunningProcess process, JobFolder folder) : IAsyncDisposable
{
    private const int FrameBytes = 8;

    /// <summary>Waits until the model is loaded.</summary>
    /// <exception cref="ServingException">It can't be.</exception>
    public Task ReadyAsync(CancellationToken cancellation) => ReceiveAsync("load the model", cancellation);

    /// <summary>Asks for predictions.</summary>
    /// <returns>The answer's body.</returns>
    /// <exception cref="ServingException">The model's code failed, or the process ended.</exception>
    public async Task<byte[]> InvokeAsync(ReadOnlyMemory<byte> body, string contentType, string accept, CancellationToken cancellation)
    {
        var header = new JsonObject { ["content_type"] = contentType, ["accept"] = accept };
        var text = System.Text.Encoding.UTF8.GetBytes(header.ToJsonString());
        var lengths = new byte[FrameBytes];
        BinaryPrimitives.WriteInt32BigEndian(lengths, text.Length);
        BinaryPrimitives.WriteInt32BigEndian(lengths.AsSpan(4), body.Length);
        try
        {
            await process.Input.WriteAsync(lengths, cancellation);
            await process.Input.WriteAsync(text, cancellation);
            await process.Input.WriteAsync(body, cancellation);
            await process.Input.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            // The process is gone; what is left to read says more.
        }
        return await ReceiveAsync("answer", cancellation);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task<byte[]> ReceiveAsync(string what, CancellationToken cancellation)
    {
        try
        {
            var lengths = new byte[FrameBytes];
            await process.Output.ReadExactlyAsync(lengths, cancellation);
            var header = new byte[BinaryPrimitives.ReadInt32BigEndian(lengths)];
            await process.Output.ReadExactlyAsync(header, cancellation);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(lengths.AsSpan(4))];
            await process.Output.ReadExactlyAsync(body, cancellation);
            var answer = JsonNode.Parse(header);
            return answer.Flag("ok") ? body : throw new ServingException(answer.Text("message")!);
        }
        catch (EndOfStreamException)
        {
            var code = (await process.Exited.WaitAsync(cancellation)).ToString(CultureInfo.InvariantCulture);
            throw new ServingException($"the model's process ended with exit code {code} when it should {what}: {folder.LogTail()}");
        }
    }
}
