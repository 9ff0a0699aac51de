using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>What serializers of System.Text.Json have in common: streams and errors.</summary>
public abstract class AbstractLambdaJsonSerializer : ILambdaSerializer
{
    private protected AbstractLambdaJsonSerializer() { }

    /// <exception cref="JsonSerializerException">The event isn't JSON of the expected form, or the type is not known.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        using var buffer = new MemoryStream();
        requestStream.CopyTo(buffer);
        return Explained<T, T>("Error converting the Lambda event JSON payload to type", () => InternalDeserialize<T>(buffer.ToArray()));
    }

    /// <exception cref="JsonSerializerException">The answer can't be written as JSON, or the type is not known.</exception>
    public void Serialize<T>(T response, Stream responseStream) =>
        Explained<T, bool>(
            "Error converting the response object to JSON from type",
            () =>
            {
                using var writer = new Utf8JsonWriter(responseStream);
                InternalSerialize(writer, response);
                return true;
            }
        );

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    private static TResult Explained<T, TResult>(string what, Func<TResult> convert)
    {
        try
        {
            return convert();
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new JsonSerializerException($"{what} {typeof(T).FullName}: {error.Message}", error);
        }
    }
}
