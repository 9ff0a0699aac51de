namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>Records that go to the model in one request.</summary>
/// <param name="Bytes">The records, one after the other, as they stand in the object.</param>
/// <param name="Records">Where each record is, without its line end.</param>
internal sealed record RecordBatch(ReadOnlyMemory<byte> Bytes, IReadOnlyList<Range> Records);
