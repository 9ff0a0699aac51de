using System.Text.Json.Serialization;

namespace MlopsBatch.Offline.Tests.Lambda;

[JsonSerializable(typeof(Order))]
public sealed partial class OrderContext : JsonSerializerContext;
