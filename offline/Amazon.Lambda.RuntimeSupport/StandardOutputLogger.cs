using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda takes each line of the standard output for a log event. One write a message keeps lines whole;
/// the stream, not System.Console's writer, saves its set-up at a cold start.</summary>
internal sealed class StandardOutputLogger : ILambdaLogger
{
    private readonly Stream _output = Console.OpenStandardOutput();

    public void Log(string message) => _output.Write(Encoding.UTF8.GetBytes(message));

    public void LogLine(string message) => Log(message + "\n");
}
