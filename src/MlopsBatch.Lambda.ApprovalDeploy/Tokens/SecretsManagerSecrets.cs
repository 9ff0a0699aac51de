using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tokens;

/// <summary>AWS Secrets Manager.</summary>
public sealed class SecretsManagerSecrets(Lazy<IAmazonSecretsManager> client) : ISecrets
{
    public async Task<string?> ReadAsync(string secretArn, CancellationToken cancellationToken)
    {
        try
        {
            return (
                await client.Value.GetSecretValueAsync(new GetSecretValueRequest { SecretId = secretArn }, cancellationToken)
            ).SecretString;
        }
        catch (ResourceNotFoundException e)
        {
            throw new TokenException($"The secret {secretArn} has no value yet, or is gone.", e) { Mend = GitLabToken.PutMend(secretArn) };
        }
        catch (AmazonServiceException e) when ((int)e.StatusCode is >= 400 and < 500 && !IsThrottled(e))
        {
            throw new TokenException($"Secrets Manager refused to read {secretArn}: {e.ErrorCode}: {e.Message}", e)
            {
                Mend =
                    "The function's role needs secretsmanager:GetSecretValue on the secret and kms:Decrypt on its key. Deploy the stack again, or grant it where the secret is kept.",
            };
        }
        catch (OperationCanceledException e)
        {
            throw new TokenException($"Secrets Manager did not answer in time to read {secretArn}.", e);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new TokenException($"Secrets Manager could not be reached to read {secretArn}: {e.Message}", e);
        }
    }

    private static bool IsThrottled(AmazonServiceException e) =>
        e.ErrorCode?.Contains("Throttl", StringComparison.OrdinalIgnoreCase) == true;
}
