namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Serving;

/// <summary>A model that can't be loaded or didn't answer; the message is what its code said.</summary>
internal sealed class ServingException(string message) : Exception(message);
