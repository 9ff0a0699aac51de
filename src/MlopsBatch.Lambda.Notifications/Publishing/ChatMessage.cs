using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlopsBatch.Events.Functions;

namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>
/// A mail as a chat takes it: Amazon Q Developer in chat applications (AWS Chatbot) drops what isn't in its schema for custom
/// notifications. Other endpoints read the same JSON.
/// Source: https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
/// </summary>
public static class ChatMessage
{
    /// <summary>Characters of a mail that a chat shows; the mail has all of it.</summary>
    public const int MaxCharacters = 2_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Bytes to leave free, so that a text of which JSON writes every character as two fits with the chat's beside it.</summary>
    public static int Room(int usedBytes) => ((MailBody.MaxBytes - usedBytes) / 2) + (16 * MaxCharacters);

    /// <summary>SNS's message with a text for each protocol: the chat's for <c>https</c>, the mail's for all others.</summary>
    public static string Beside(string mail, string subject, IReadOnlyDictionary<string, string> attributes) =>
        Write(json =>
        {
            json.WriteString("default", mail);
            json.WriteString("https", Of(mail, subject, attributes));
        });

    private static string Of(string mail, string subject, IReadOnlyDictionary<string, string> attributes) =>
        Write(json =>
        {
            json.WriteString("version", "1.0");
            json.WriteString("source", "custom");
            json.WriteStartObject("content");
            json.WriteString("textType", "client-markdown");
            json.WriteString("title", subject);
            json.WriteString("description", mail.Length <= MaxCharacters ? mail : $"{Head(mail)} [...]");
            json.WriteEndObject();
            json.WriteStartObject("metadata");
            json.WriteString("threadId", attributes[MessageAttributes.Model]);
            json.WriteString("summary", subject);
            json.WriteString("eventType", attributes[MessageAttributes.Kind]);
            json.WriteStartObject("additionalContext");
            foreach (var (name, value) in attributes.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>No half of a surrogate pair at the end.</summary>
    private static string Head(string mail) =>
        char.IsHighSurrogate(mail[MaxCharacters - 1]) ? mail[..(MaxCharacters - 1)] : mail[..MaxCharacters];

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
