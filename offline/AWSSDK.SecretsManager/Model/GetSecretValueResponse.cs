using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>A secret's value.</summary>
public class GetSecretValueResponse : AmazonWebServiceResponse
{
    public string? ARN { get; set; }

    public string? Name { get; set; }

    /// <summary>Null when the secret was stored as bytes.</summary>
    public string? SecretString { get; set; }

    public string? VersionId { get; set; }
}
