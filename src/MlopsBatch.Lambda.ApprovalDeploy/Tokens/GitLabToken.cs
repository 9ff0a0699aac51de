using System.Text;
using System.Text.Json;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tokens;

/// <summary>
/// GitLab's token out of a secret's value: the value itself, or the member <c>token</c> of a JSON object, which is what
/// the Secrets Manager console makes.
/// </summary>
public static class GitLabToken
{
    private const string Member = "token";

    /// <summary>How to put a token into the secret without it showing up in the shell's history.</summary>
    public static string PutCommand(string secretArn) =>
        $"aws secretsmanager put-secret-value --secret-id {secretArn} --secret-string file://token.txt";

    /// <summary>The sentence that tells people to put a token into the secret.</summary>
    public static string PutMend(string secretArn) =>
        $"Put the GitLab token alone, or {{\"{Member}\": \"…\"}}, into the secret: {PutCommand(secretArn)}";

    /// <exception cref="TokenException">The value holds no token.</exception>
    public static string Parse(string? secretValue, string secretArn)
    {
        var text = secretValue?.Trim() ?? "";
        if (text.StartsWith('{'))
        {
            text = FromJson(text, secretArn);
        }

        if (text.Length == 0)
        {
            throw Malformed(secretArn, "it is empty");
        }

        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            throw Malformed(secretArn, "it has white space or control characters inside");
        }
        // A header takes no others, and GitLab makes none.
        if (!Ascii.IsValid(text))
        {
            throw Malformed(secretArn, "it has characters other than ASCII");
        }

        return text;
    }

    private static string FromJson(string text, string secretArn)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty(Member, out var token) && token.ValueKind == JsonValueKind.String
                ? token.GetString()!.Trim()
                : throw Malformed(secretArn, $"it is a JSON object without the text member \"{Member}\"");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The parser's message may quote the value, so it is not passed on.
            throw Malformed(secretArn, "it starts with a brace but is no JSON");
        }
    }

    private static TokenException Malformed(string secretArn, string problem) =>
        new($"The secret {secretArn} holds no GitLab token: {problem}.") { Mend = PutMend(secretArn) };
}
