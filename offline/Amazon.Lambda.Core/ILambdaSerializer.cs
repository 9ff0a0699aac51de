namespace Amazon.Lambda.Core;

/// <summary>Turns an event into an object and an answer into bytes.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
