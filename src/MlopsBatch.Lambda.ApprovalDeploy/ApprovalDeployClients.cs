using System.Security.Cryptography.X509Certificates;
using Amazon.EventBridge;
using Amazon.SageMaker;
using Amazon.SecretsManager;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>
/// The function's ways to AWS and to GitLab, made when first used. A host that has others, such as a test's or a local
/// cloud's, gives them.
/// </summary>
public sealed record ApprovalDeployClients
{
    public Lazy<IAmazonSageMaker> SageMaker { get; init; } = new(() => new AmazonSageMakerClient());

    public Lazy<IAmazonSecretsManager> SecretsManager { get; init; } = new(() => new AmazonSecretsManagerClient());

    public Lazy<IAmazonEventBridge> EventBridge { get; init; } = new(() => new AmazonEventBridgeClient());

    /// <summary>Makes the client of GitLab, which trusts the given authorities (null: the system's).</summary>
    public Func<X509Certificate2Collection?, HttpClient> GitLab { get; init; } = GitLabHttp.Create;
}
