namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event or an answer couldn't be converted.</summary>
public class JsonSerializerException(string message, Exception? innerException) : Exception(message, innerException);
