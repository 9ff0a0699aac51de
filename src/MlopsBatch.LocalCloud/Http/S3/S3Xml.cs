using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>S3's documents.</summary>
internal static class S3Xml
{
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static async Task WriteAsync(HttpContext http, int status, XElement body, bool named = true)
    {
        if (named)
        {
            foreach (var element in body.DescendantsAndSelf())
            {
                element.Name = Namespace + element.Name.LocalName;
            }
        }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body.ToString(SaveOptions.DisableFormatting);
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }

    /// <exception cref="CloudException">MalformedXML.</exception>
    public static async Task<XElement> ReadAsync(ServiceCall call)
    {
        try
        {
            var document = await XDocument.LoadAsync(call.Body, LoadOptions.None, call.Http.RequestAborted);
            foreach (var element in document.Descendants())
            {
                element.Name = element.Name.LocalName;
            }
            return document.Root!;
        }
        catch (System.Xml.XmlException error)
        {
            throw new CloudException("MalformedXML", $"The body is no XML: {error.Message}", error);
        }
    }

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Quoted(string eTag) => $"\"{eTag}\"";

    /// <summary>An object's entry in a list.</summary>
    /// <param name="item">The object.</param>
    /// <param name="key">Its key as the client wants it encoded.</param>
    public static XElement Entry(S3Object item, string key) =>
        new(
            "Contents",
            new XElement("Key", key),
            new XElement("LastModified", Time(item.LastModified)),
            new XElement("ETag", Quoted(item.ETag)),
            new XElement("Size", item.Size),
            new XElement("StorageClass", "STANDARD")
        );
}
