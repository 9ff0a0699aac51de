using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Settings;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(LambdaSettings))]
internal sealed partial class SettingsJsonContext : JsonSerializerContext;
