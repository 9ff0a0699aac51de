using System.Text.Json.Nodes;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>A stack that is to be deployed.</summary>
/// <param name="AccountId">Where it goes; null: into the cloud's first account.</param>
/// <param name="Context">What its program is told, given the registry's lines that the stacks before have printed to paste.</param>
public sealed record PlannedStack(string? AccountId, Func<JsonObject, StackContext> Context);
