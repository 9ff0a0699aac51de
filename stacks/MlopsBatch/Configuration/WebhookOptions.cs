using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>
/// An HTTPS endpoint that gets messages beside people's mailboxes: a chat, a pager. Its URL often holds a token, so it stands
/// outside of the settings: <c>pulumi config set --secret mlops-batch:webhook-NAME URL</c>.
/// </summary>
public sealed record WebhookOptions
{
    /// <summary>What it is called, in the key of its URL and in the stack.</summary>
    [
        Required,
        Pattern("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", "1 to 40 lower-case letters, digits or hyphens", IsOwnName = true),
        Example("on-call")
    ]
    public string Name { get; init; } = "";

    /// <summary>Which messages; empty: all.</summary>
    [Example("operations")]
    public IReadOnlyList<WebhookTopic> Topics { get; init; } = [];

    /// <summary>Names of the models that it gets messages about; empty: all, and what belongs to no model.</summary>
    [Example("abalone")]
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Key of the configuration that holds a webhook's URL.</summary>
    public static string KeyOf(string name) => $"mlops-batch:webhook-{name}";
}
