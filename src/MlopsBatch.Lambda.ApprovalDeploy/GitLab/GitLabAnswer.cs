using System.Net;
using System.Text;
using System.Text.Json;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>GitLab's answer, read leniently: errors come as text, as an object of lists, or as a proxy's HTML.</summary>
public sealed record GitLabAnswer
{
    private const int MaxMessageLength = 500;

    // An answer of GitLab has a few hundred bytes; what is longer comes from something else, and its beginning tells enough.
    private const int MaxBodyBytes = 64 * 1024;

    public required HttpStatusCode Status { get; init; }

    /// <summary>Id of the created pipeline.</summary>
    public long? PipelineId { get; private init; }

    /// <summary>Page of the created pipeline.</summary>
    public string? PipelineUrl { get; private init; }

    /// <summary>What GitLab says about an error; shortened.</summary>
    public string Message { get; private init; } = "";

    /// <summary>The member <c>error</c>, which OAuth errors have, such as <c>insufficient_scope</c>.</summary>
    public string? ErrorCode { get; private init; }

    /// <summary>Where a redirect points to, without user and query, which may hold secrets.</summary>
    public string? Location { get; private init; }

    /// <summary>Whether the body is JSON, as GitLab's own answers are.</summary>
    public bool IsJson { get; private init; }

    /// <summary>
    /// A pipeline was created. GitLab says so with 201 and JSON; any other success comes from something else, such as a
    /// sign-in page or a proxy.
    /// </summary>
    public bool IsCreated => Status == HttpStatusCode.Created && IsJson;

    /// <summary>Wrong token, or (in mode trigger) a token that GitLab doesn't know any more.</summary>
    public bool MayBeToken => Status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound;

    public static async Task<GitLabAnswer> ReadAsync(HttpResponseMessage response, string token, CancellationToken cancellationToken)
    {
        // Not as a string: a proxy's answer may name a character set that doesn't exist.
        var body = Encoding.UTF8.GetString(await BeginningAsync(response.Content, cancellationToken));
        var answer = new GitLabAnswer { Status = response.StatusCode, Location = Safe(response.Headers.Location, token) };
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind != JsonValueKind.Object
                ? answer with
                {
                    IsJson = true,
                    Message = Readable(body, token),
                }
                : answer with
                {
                    IsJson = true,
                    PipelineId =
                        root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
                            ? number
                            : null,
                    PipelineUrl =
                        root.TryGetProperty("web_url", out var url) && url.ValueKind == JsonValueKind.String
                            ? Readable(url.GetString()!, token)
                            : null,
                    Message = Readable(MessageOf(root), token),
                    ErrorCode =
                        root.TryGetProperty("error", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null,
                };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return answer with { Message = Readable(body.Contains('<') ? "(a page of HTML, not GitLab's JSON)" : body, token) };
        }
    }

    private static string MessageOf(JsonElement root)
    {
        foreach (var name in (ReadOnlySpan<string>)["message", "error_description", "error"])
        {
            if (root.TryGetProperty(name, out var found))
            {
                return Flat(found);
            }
        }

        return "";
    }

    // {"message":{"base":["Reference not found"]}} reads "Reference not found".
    private static string Flat(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Array => string.Join("; ", json.EnumerateArray().Select(Flat)),
            JsonValueKind.Object => string.Join(
                "; ",
                json.EnumerateObject().Select(p => p.Name == "base" ? Flat(p.Value) : $"{p.Name}: {Flat(p.Value)}")
            ),
            _ => json.GetRawText(),
        };

    /// <summary>The body's beginning: a huge one must not hide the status.</summary>
    private static async Task<byte[]> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        var beginning = new byte[MaxBodyBytes];
        return beginning[..await body.ReadAtLeastAsync(beginning, MaxBodyBytes, throwOnEndOfStream: false, cancellationToken)];
    }

    private static string? Safe(Uri? location, string token) =>
        location is null
            ? null
            : Readable(
                location.IsAbsoluteUri
                    ? $"{location.Scheme}://{location.Host}{(location.IsDefaultPort ? "" : $":{location.Port}")}{location.AbsolutePath}"
                    : location.OriginalString.Split('?', '#')[0],
                token
            );

    /// <summary>Plain text on one line, without the token: GitLab puts links into some of its errors.</summary>
    private static string Readable(string text, string token)
    {
        var safe = WithoutTags(text.Replace(token, "[token]", StringComparison.Ordinal)).ReplaceLineEndings(" ").Trim();
        return safe.Length <= MaxMessageLength ? safe : safe[..MaxMessageLength] + "…";
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isTag = text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/');
            if (isTag && text.IndexOf('>', at) is var end and > 0)
            {
                at = end;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }
}
