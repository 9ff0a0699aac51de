namespace MlopsBatch.LocalCloud.Kms;

/// <summary>A key; what it encrypts isn't really encrypted, but who may use it is judged.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Policy">The key's policy as JSON.</param>
public sealed record KmsKey(string Id, string Arn, string Policy);
