using System.Text.Json.Nodes;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Faults;
using MlopsBatch.Lambda.ApprovalDeploy;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.LocalCloud;
using MlopsBatch.Rehearsal;

namespace MlopsBatch.Cli.CommandLine;

/// <summary>What a person, or with <c>--json</c> a machine, gets to read of an exception. The only place that maps one to the
/// other.</summary>
internal static class FaultReport
{
    /// <summary>The words of an exception whose message was written for people; null for any other, which is a fault of mlops.</summary>
    public static string? TextOf(Exception fault) =>
        fault switch
        {
            FaultException or Pulumi.RunException => fault.Message,
            MachineException or RehearsalException or OutputException or CommandException => $"mlops: {fault.Message}",
            AwsCallException or CloudException => $"mlops: {fault.Message}",
            UnusableEventException or LookupException or FunctionEnvironmentException => $"mlops: {fault.Message}",
            MailNotSentException or GitLabUnavailableException or TokenException or AuditException => $"mlops: {fault.Message}",
            PolicyFormatException or IOException or UnauthorizedAccessException => $"mlops: {fault.Message}",
            _ => null,
        };

    /// <summary>One object for machines: <c>{"faults":[{"code":…,"message":…}]}</c>; code is null where a fault has no number.</summary>
    public static JsonObject Json(Exception fault) =>
        Json(
            fault is FaultException numbered
                ? numbered.Faults.Select(one => ((string?)one.Code, one.Message))
                : [(null, TextOf(fault)?.Replace("mlops: ", "", StringComparison.Ordinal) ?? fault.Message)]
        );

    public static JsonObject Json(IEnumerable<(string? Code, string Message)> faults) =>
        new() { ["faults"] = new JsonArray([.. faults.Select(one => new JsonObject { ["code"] = one.Code, ["message"] = one.Message })]) };
}
