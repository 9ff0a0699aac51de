namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>Leads requests for the GitLab that the settings name to the local one; nothing leaves the machine.</summary>
/// <param name="local">The local one's address.</param>
internal sealed class GitLabRoute(Func<string> local) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = new Uri(local() + request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
