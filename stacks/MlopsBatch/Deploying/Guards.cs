using MlopsBatch.Configuration;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Platform.Functions;

namespace MlopsBatch.Deploying;

/// <summary>What a real deployment must have, besides right settings.</summary>
internal static class Guards
{
    /// <exception cref="FaultException">Something is missing; the message has all of it.</exception>
    public static void Check(Settings settings, ProjectFiles files, string feed, IReadOnlyDictionary<string, string>? webhookUrls = null)
    {
        List<Fault> faults =
        [
            .. Feed(settings, feed),
            .. Packages(settings, files),
            .. Webhooks(webhookUrls ?? new Dictionary<string, string>()),
        ];
        if (faults.Count > 0)
        {
            throw new FaultException("This can't be deployed:", faults);
        }
    }

    /// <summary>A URL is never shown: it may hold a token.</summary>
    private static IEnumerable<Fault> Webhooks(IReadOnlyDictionary<string, string> urls) =>
        urls.Where(one => !Uri.TryCreate(one.Value, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            .Select(one => new Fault(
                FaultCatalogue.Malformed,
                $"{WebhookOptions.KeyOf(one.Key)}: isn't shown, needs a URL that begins with https://; run: pulumi config set --secret "
                    + WebhookOptions.KeyOf(one.Key)
            ));

    private static IEnumerable<Fault> Feed(Settings settings, string feed)
    {
        if (feed != PackageFeed.NuGet && !settings.AllowOfflinePackages)
        {
            yield return new(
                FaultCatalogue.OfflinePackages,
                $"PackageFeed: got \"{feed}\", needs \"{PackageFeed.NuGet}\"; run: export PackageFeed={PackageFeed.NuGet}"
            );
        }
    }

    private static IEnumerable<Fault> Packages(Settings settings, ProjectFiles files) =>
        from function in DeployedFunctions.Of(settings)
        let package = files.Package(function)
        where !package.Exists
        select new Fault(
            FaultCatalogue.NotPackaged,
            $"artifacts/{package.Name}: missing, but the function {function} is deployed from it; run: ./mlops package"
        );
}
