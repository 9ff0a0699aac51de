using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tokens;

/// <summary>AWS Secrets Manager.</summary>
public sealed class SecretsManagerSecrets(Lazy<IAmazonSecretsManager> client) : ISecrets
{
    public async Task<string?> ReadAsync(string secretArn, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AwsCall.RunAsync(
                "Secrets Manager",
                $"read {secretArn}",
                cancellation => client.Value.GetSecretValueAsync(new GetSecretValueRequest { SecretId = secretArn }, cancellation),
                cancellationToken
            );
            return answer.SecretString;
        }
        catch (AwsCallException fault) when (fault.Kind == AwsFaultKind.NotFound)
        {
            throw new TokenException($"The secret {secretArn} has no value yet, or is gone.", fault)
            {
                Mend = GitLabToken.PutMend(secretArn),
            };
        }
        catch (AwsCallException fault)
        {
            throw new TokenException(fault.Message, fault) { Mend = Mend(fault, secretArn) };
        }
    }

    /// <summary>A mend only where the fault is that one; what passes by itself has none.</summary>
    private static string? Mend(AwsCallException fault, string secretArn) =>
        fault.Kind switch
        {
            AwsFaultKind.Denied =>
                "The function's role needs secretsmanager:GetSecretValue on the secret and kms:Decrypt on its key. Deploy the stack again, "
                    + "or grant it where the secret is kept.",
            AwsFaultKind.Refused when fault.Message.Contains("marked for deletion", StringComparison.OrdinalIgnoreCase) =>
                $"The secret is marked for deletion. Bring it back: aws secretsmanager restore-secret --secret-id {secretArn}",
            AwsFaultKind.Refused => "See what the secret's console page says, and read it yourself: aws secretsmanager get-secret-value "
                + $"--secret-id {secretArn}",
            _ => null,
        };
}
