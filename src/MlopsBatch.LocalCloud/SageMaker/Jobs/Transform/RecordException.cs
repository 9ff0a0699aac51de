namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>An object's records that can't be cut, filtered or joined; the other objects may be fine.</summary>
internal sealed class RecordException(string message) : Exception(message);
