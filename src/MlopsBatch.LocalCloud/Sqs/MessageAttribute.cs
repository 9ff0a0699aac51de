namespace MlopsBatch.LocalCloud.Sqs;

/// <summary>An attribute of a message of SQS or SNS.</summary>
/// <param name="Value">Its text.</param>
/// <param name="DataType">String, Number, or String.Array (a JSON list; SNS only).</param>
public sealed record MessageAttribute(string Value, string DataType = "String");
