using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection.Declared;

/// <summary>An EventBridge Scheduler schedule.</summary>
public sealed record DeclaredSchedule(RecordedResource Resource)
{
    /// <summary>Name in the program.</summary>
    public string LogicalName => Resource.Name;

    public string Expression => Resource.Text("scheduleExpression")!;

    public string? TimeZone => Resource.Text("scheduleExpressionTimezone");

    public bool IsEnabled => Resource.Text("state") != "DISABLED";

    public DeclaredTarget Target => new(Resource, (JsonObject)Resource.Inputs["target"]!);
}
