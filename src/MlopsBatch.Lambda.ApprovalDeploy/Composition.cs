using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MlopsBatch.Aws;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>Puts the function together from its environment. AWS clients are made when first used.</summary>
public static class Composition
{
    /// <param name="variables">The environment.</param>
    /// <param name="log">Where log lines go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Numbers from 0 to 1 that spread retries.</param>
    /// <param name="clients">Its ways to AWS and GitLab; the function's own role, region and network by default.</param>
    /// <exception cref="FunctionEnvironmentException">Something in the environment is missing or malformed; all of it is named.</exception>
    public static ApprovalDeployFunction Create(
        Func<string, string?> variables,
        Stream log,
        TimeProvider time,
        Func<double> jitter,
        ApprovalDeployClients? clients = null
    )
    {
        clients ??= new ApprovalDeployClients();
        var (options, busName, authorities, settings) = ReadEnvironment(variables);

        var secrets = new SecretsManagerSecrets(clients.SecretsManager);
        var registry = new SageMakerModelRegistry(clients.SageMaker);
        var gitLab = new GitLabClient(clients.GitLab(authorities), options, new TokenCache(secrets, options.TokenSecretArn), time, jitter);
        var audit = new EventBusAuditTrail(clients.EventBridge, busName, time);
        return new ApprovalDeployFunction(
            new ApprovalFilter(settings),
            new ReviewCheck(registry),
            gitLab,
            audit,
            options,
            new JsonLog(log, time),
            time
        );
    }

    /// <summary>What the environment says of GitLab, checked as the function's start checks it.</summary>
    /// <exception cref="FunctionEnvironmentException">Something in the environment is missing or malformed; all of it is named.</exception>
    public static GitLabOptions CheckEnvironment(Func<string, string?> variables) => ReadEnvironment(variables).Options;

    private static (GitLabOptions Options, string Bus, X509Certificate2Collection? Authorities, LambdaSettings Settings) ReadEnvironment(
        Func<string, string?> variables
    )
    {
        var environment = new FunctionEnvironment(variables);
        var options = Options(environment);
        var busName = environment.Required(EnvironmentVariables.EventBusName, "the name or ARN of an event bus");
        var authorities = Authorities(environment);
        var settings = SettingsFile.Read(environment);
        environment.ThrowIfFaulty();
        return (options, busName, authorities, settings);
    }

    private static GitLabOptions Options(FunctionEnvironment environment)
    {
        var url = environment.Required(
            EnvironmentVariables.GitLabUrl,
            "an https:// address without user, query or fragment",
            IsSafeAddress
        );
        return new GitLabOptions
        {
            Url = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : new Uri("https://invalid.invalid"),
            Project = environment.Required(
                EnvironmentVariables.GitLabProject,
                "a project's number or full path, such as group/project",
                value => !value.StartsWith('/') && !value.EndsWith('/') && !value.Contains("://", StringComparison.Ordinal)
            ),
            Ref = environment.Required(EnvironmentVariables.GitLabRef, "a branch or tag"),
            Mode = environment.Required(
                EnvironmentVariables.GitLabMode,
                $"{GitLabModes.Trigger} or {GitLabModes.Pipeline}",
                value => value is GitLabModes.Trigger or GitLabModes.Pipeline
            ),
            TokenSecretArn = environment.Required(
                EnvironmentVariables.GitLabTokenSecretArn,
                "the ARN of a Secrets Manager secret",
                value => Arn.IsOf("secretsmanager", value)
            ),
        };
    }

    private static bool IsSafeAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps
        && url.UserInfo.Length == 0
        && url.Query.Length == 0
        && url.Fragment.Length == 0;

    private static X509Certificate2Collection? Authorities(FunctionEnvironment environment)
    {
        if (
            environment.Optional(EnvironmentVariables.GitLabCaFile, "the path of a PEM file", File.Exists) is not { } path
            || !File.Exists(path)
        )
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            environment.Fault(EnvironmentVariables.GitLabCaFile, path, e.Message);
            return null;
        }

        if (authorities.Count == 0)
        {
            environment.Fault(EnvironmentVariables.GitLabCaFile, path, "needs at least one certificate in PEM form");
        }

        return authorities;
    }
}
