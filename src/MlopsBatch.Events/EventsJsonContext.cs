using System.Text.Json;
using System.Text.Json.Serialization;
using MlopsBatch.Events.Alarms;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Monitoring;
using MlopsBatch.Events.S3;
using MlopsBatch.Events.SageMaker;

namespace MlopsBatch.Events;

/// <summary>Reads and writes every event record without reflection, as Native AOT asks.</summary>
/// <remarks>Letter case of names is ignored on reading: SageMaker has a camelCase and a PascalCase family, and the case
/// of a step's metadata is documented for one kind of step only.</remarks>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EventBridgeEvent<PipelineExecutionDetail>))]
[JsonSerializable(typeof(EventBridgeEvent<PipelineStepDetail>))]
[JsonSerializable(typeof(EventBridgeEvent<ModelPackageDetail>))]
[JsonSerializable(typeof(EventBridgeEvent<ObjectCreatedDetail>))]
[JsonSerializable(typeof(EventBridgeEvent<AlarmDetail>))]
[JsonSerializable(typeof(EventBridgeEvent<DeploymentDetail>))]
[JsonSerializable(typeof(DeploymentDetail))]
[JsonSerializable(typeof(EventBridgeEvent<ModelDeploymentDetail>))]
[JsonSerializable(typeof(ModelDeploymentDetail))]
[JsonSerializable(typeof(EventBridgeEvent<TuningDetail>))]
[JsonSerializable(typeof(TuningDetail))]
[JsonSerializable(typeof(EventBridgeEvent<StackDriftDetail>))]
[JsonSerializable(typeof(StackDriftDetail))]
[JsonSerializable(typeof(ConstraintViolations))]
[JsonSerializable(typeof(QueueMessage))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class EventsJsonContext : JsonSerializerContext;
