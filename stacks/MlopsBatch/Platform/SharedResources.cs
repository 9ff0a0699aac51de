using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Messaging;
using MlopsBatch.Platform.Storage;

namespace MlopsBatch.Platform;

/// <summary>What the parts of an account stand on.</summary>
internal sealed record SharedResources(
    PlatformKey Key,
    DeadLetters DeadLetters,
    NotificationTopics Topics,
    SettingsLayer SettingsLayer,
    DataBucket Bucket
);
