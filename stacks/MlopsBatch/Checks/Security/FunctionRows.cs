using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.Inspection;
using MlopsBatch.Platform.Iam;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about functions. Sources: Checkov, cdk-nag L1 and Serverless rules, Lambda.*.</summary>
internal static partial class FunctionRows
{
    private const string Function = "aws:lambda/function:Function";
    private static readonly string[] CurrentRuntimes = ["provided.al2023", "dotnet10"];

    public static IEnumerable<SecurityRow> All =>
        [
            Row(
                21,
                "What fails in all tries goes to a dead-letter queue.",
                function => function.Inputs["deadLetterConfig"]?["targetArn"] is not null
            ),
            Row(22, "Concurrency is reserved.", function => function.Inputs["reservedConcurrentExecutions"] is not null),
            Row(23, "Calls are traced.", function => (string?)function.Inputs["tracingConfig"]?["mode"] == "Active"),
            Row(24, "The environment is encrypted with a key of our own.", function => function.Text("kmsKeyArn") is not null),
            Row(
                25,
                "The environment holds no secret, only names and ARNs.",
                function =>
                    Environment(function)
                        .All(entry => !Secret().IsMatch(entry.Key) || entry.Value!.ToString().StartsWith("arn:", StringComparison.Ordinal))
            ),
            Row(26, "It runs in a VPC, or it is written down why not.", function => function.Inputs["vpcConfig"] is not null),
            Row(27, "Its code is signed, or it is written down why not.", function => function.Inputs["codeSigningConfigArn"] is not null),
            Row(28, "Its runtime is not about to be retired.", function => CurrentRuntimes.Contains(function.Text("runtime"))),
            SecurityRow.Each(
                29,
                "Lambda",
                "Only named rules may call it; it has no public address.",
                "aws:lambda/permission:Permission",
                (permission, graph) =>
                    permission.Text("sourceArn") is not null
                    && permission.Text("principal") != "*"
                    && !graph.OfType("aws:lambda/functionUrl:FunctionUrl").Any()
            ),
            Row(
                30,
                "Time and memory are set on purpose.",
                function => function.Inputs["timeout"] is not null && function.Inputs["memorySize"] is not null
            ),
            SecurityRow.Statements(
                31,
                "Lambda",
                "Its role has no wildcard but what AWS doesn't let anyone narrow.",
                RoleStatements,
                statement => !statement.HasWildcardAction && (!statement.Resources.Contains("*") || IsUnscopable(statement))
            ),
        ];

    /// <summary>Whether AWS lets nobody narrow any of the statement's actions.</summary>
    public static bool IsUnscopable(PolicyStatement statement) =>
        UnscopableAction.All.Any(known => statement.Actions.All(known.Actions.Contains));

    private static SecurityRow Row(int number, string demand, Func<RecordedResource, bool> holds) =>
        SecurityRow.Each(number, "Lambda", demand, Function, (function, _) => holds(function));

    private static JsonObject Environment(RecordedResource function) => function.Inputs["environment"]?["variables"] as JsonObject ?? [];

    private static IEnumerable<PolicyStatement> RoleStatements(StackGraph graph)
    {
        var functions = graph.OfType(Function).Select(function => function.Name).ToHashSet();
        return graph
            .PoliciesOf("RolePolicy")
            .Where(statement => statement.IsAllow && functions.Contains(statement.Owner["RolePolicy ".Length..]));
    }

    [GeneratedRegex("TOKEN|SECRET|PASSWORD|CREDENTIAL|PRIVATE|API_?KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
