using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.Functions;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>The request that makes GitLab create a pipeline. A request is sent once, so each attempt makes its own.</summary>
/// <remarks>Source: GitLab documentation, "Pipeline trigger tokens API" and "Pipelines API".</remarks>
public static class GitLabRequest
{
    public static HttpRequestMessage Create(GitLabOptions options, ApprovalChange change, string token) =>
        options.Mode == GitLabModes.Trigger ? Trigger(options, change, token) : Pipeline(options, change, token);

    /// <summary>What the pipeline is told, by the names in <see cref="GitLabVariables"/>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Variables(ApprovalChange change) =>
        [
            new(GitLabVariables.Model, change.Name),
            new(GitLabVariables.ModelPackageArn, change.Arn),
            new(GitLabVariables.ApprovalStatus, change.Status),
            new(GitLabVariables.EventId, change.EventId),
        ];

    public static Uri Address(GitLabOptions options) =>
        new(
            $"{options.Url.AbsoluteUri.TrimEnd('/')}/api/v4/projects/"
                + $"{Uri.EscapeDataString(options.Project)}/{(options.Mode == GitLabModes.Trigger ? "trigger/pipeline" : "pipeline")}"
        );

    // The token goes into the body: an address may be logged by whatever lies between.
    private static HttpRequestMessage Trigger(GitLabOptions options, ApprovalChange change, string token) =>
        new(HttpMethod.Post, Address(options))
        {
            Content = new FormUrlEncodedContent([
                new("token", token),
                new("ref", options.Ref),
                .. Variables(change).Select(v => new KeyValuePair<string, string>($"variables[{v.Key}]", v.Value)),
            ]),
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
        };

    private static HttpRequestMessage Pipeline(GitLabOptions options, ApprovalChange change, string token) =>
        new(HttpMethod.Post, Address(options))
        {
            Content = new ByteArrayContent(Json(options, change))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
            Headers = { { "PRIVATE-TOKEN", token }, { "Accept", "application/json" } },
        };

    private static byte[] Json(GitLabOptions options, ApprovalChange change)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("ref", options.Ref);
            json.WriteStartObject("inputs");
            foreach (var (name, value) in Variables(change))
            {
                json.WriteString(GitLabVariables.InputName(name), value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
