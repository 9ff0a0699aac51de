using Microsoft.AspNetCore.Http;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>Where a request's body waits until its signature is known to be right.</summary>
internal static class BodyBuffer
{
    private const int InMemory = 1 << 20;

    /// <summary>In memory if it is known to be small, else a file that goes when it is closed.</summary>
    public static Stream Open(Cloud cloud, HttpRequest request)
    {
        var length = request.Headers.TransferEncoding.Count == 0 ? request.ContentLength ?? 0 : long.MaxValue;
        if (length <= InMemory)
        {
            return new MemoryStream((int)length);
        }
        var folder = Path.Combine(Path.GetFullPath(cloud.Options.Root), "requests");
        var path = Path.Combine(folder, cloud.Ids.NextGuid("body").ToString("N"));
        return Storage.Run(
            "take in a request's body",
            folder,
            () =>
            {
                Directory.CreateDirectory(folder);
                return new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
            }
        );
    }
}
