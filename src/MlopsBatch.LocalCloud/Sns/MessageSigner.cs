using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>
/// Signs messages for HTTPS endpoints with SHA256 and RSA (signature version 2).
/// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
/// </summary>
public sealed class MessageSigner
{
    private static readonly string[] OfNotification = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
    private static readonly string[] OfConfirmation = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));

    /// <summary>Whether the message is as it was sent.</summary>
    public bool IsGenuine(JsonObject message) =>
        message["Signature"]?.ToString() is { } signature
        && _key.Value.VerifyData(
            Encoding.UTF8.GetBytes(Signed(message)),
            Convert.FromBase64String(signature),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );

    internal void Sign(JsonObject message, string certificateUrl)
    {
        message["SignatureVersion"] = "2";
        message["Signature"] = Convert.ToBase64String(
            _key.Value.SignData(Encoding.UTF8.GetBytes(Signed(message)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
        message["SigningCertURL"] = certificateUrl;
    }

    /// <summary>Names and values, a line each; a notification without subject leaves that out.</summary>
    private static string Signed(JsonObject message) =>
        string.Concat(
            (message["Type"]!.ToString() == "Notification" ? OfNotification : OfConfirmation)
                .Where(message.ContainsKey)
                .Select(name => $"{name}\n{message[name]}\n")
        );
}
