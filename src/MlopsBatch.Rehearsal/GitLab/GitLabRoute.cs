namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>Leads requests for the GitLab that the settings name to the local one; nothing leaves the machine.</summary>
/// <param name="local">The local one's address.</param>
/// <param name="named">The address that the settings name; null lets any be it.</param>
internal sealed class GitLabRoute(Func<string> local, string? named)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (named is not null && new Uri(named).Host != request.RequestUri!.Host)
        {
            throw new HttpRequestException($"Name or service not known ({request.RequestUri.Host}); the settings name {named}.");
        }

        request.RequestUri = new Uri(local() + request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
