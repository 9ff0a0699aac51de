namespace Amazon.SecretsManager.Model;

/// <summary>Which secret to read; without a version: the current one.</summary>
public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>ARN or name.</summary>
    public string? SecretId { get; set; }

    public string? VersionId { get; set; }

    /// <summary><c>AWSCURRENT</c>, <c>AWSPREVIOUS</c> or a label of one's own.</summary>
    public string? VersionStage { get; set; }
}
