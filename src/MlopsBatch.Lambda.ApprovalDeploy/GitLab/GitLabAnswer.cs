using System.Net;
using System.Text;
using System.Text.Json;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>GitLab's answer, read leniently: errors come as text, as an object of lists, or as a proxy's HTML.</summary>
public sealed record GitLabAnswer
{
    private const int MaxMessageLength = 500;

    public required HttpStatusCode Status { get; init; }

    /// <summary>Id of the created pipeline.</summary>
    public long? PipelineId { get; private init; }

    /// <summary>Page of the created pipeline.</summary>
    public string? PipelineUrl { get; private init; }

    /// <summary>What GitLab says about an error; shortened.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Where a redirect points to.</summary>
    public Uri? Location { get; private init; }

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
        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var answer = new GitLabAnswer { Status = response.StatusCode, Location = response.Headers.Location };
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

    private static string Readable(string text, string token)
    {
        var safe = text.Replace(token, "[token]", StringComparison.Ordinal).Trim();
        return safe.Length <= MaxMessageLength ? safe : safe[..MaxMessageLength] + "…";
    }
}
