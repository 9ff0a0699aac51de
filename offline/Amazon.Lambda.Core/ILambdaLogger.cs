namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log group.</summary>
public interface ILambdaLogger
{
    /// <summary>Writes <paramref name="message"/> as it is.</summary>
    void Log(string message);

    /// <summary>Writes <paramref name="message"/> and an end of line.</summary>
    void LogLine(string message);
}
