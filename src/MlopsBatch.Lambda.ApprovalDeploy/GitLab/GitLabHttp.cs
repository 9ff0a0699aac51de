using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>Makes the HTTP client for GitLab: always TLS with a checked certificate, and no redirects.</summary>
public static class GitLabHttp
{
    /// <param name="authorities">
    /// The certificate authorities of a self-managed GitLab; they take the place of the system's. Null for the system's.
    /// </param>
    public static HttpClient Create(X509Certificate2Collection? authorities = null) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                SslOptions = authorities is null
                    ? new SslClientAuthenticationOptions()
                    : new SslClientAuthenticationOptions { CertificateChainPolicy = Policy(authorities) },
            }
        )
        {
            // Each attempt has its own.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 1024 * 1024,
        };

    private static X509ChainPolicy Policy(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // An own authority seldom publishes revocation lists where a function can reach them.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
