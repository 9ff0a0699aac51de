using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda takes each line of the standard output for a log event. One write a message keeps lines whole;
/// the stream, not System.Console's writer, saves its set-up at a cold start.</summary>
internal sealed class StandardOutputLogger : ILambdaLogger
{
    private readonly Stream _output = Console.OpenStandardOutput();

    public void Log(string message) => _output.Write(Encoding.UTF8.GetBytes(message));

    public void LogLine(string message) => Log(message + "\n");

    /// <summary>An error as one JSON object on one line, as Lambda's log format JSON has it.</summary>
    /// <param name="requestId">The invocation; null for a failed start.</param>
    /// <param name="error">The error.</param>
    public void LogError(string? requestId, Exception error)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", DateTimeOffset.UtcNow);
            json.WriteString("level", "Error");
            if (requestId is not null)
            {
                json.WriteString("requestId", requestId);
            }

            json.WriteString("message", requestId is null ? "The function could not start." : "The invocation failed.");
            ErrorBody.WriteTo(json, error);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        _output.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
    }
}
