namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event or an answer couldn't be converted.</summary>
public class JsonSerializerException : Exception
{
    internal JsonSerializerException(string message, Exception? innerException)
        : base(message, innerException) { }
}
