using System.Text.RegularExpressions;
using MlopsBatch.Aws;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about functions. Sources: Checkov, cdk-nag L1 and Serverless rules, Lambda.*.</summary>
internal static partial class FunctionRows
{
    private static readonly string[] CurrentRuntimes = ["provided.al2023", "dotnet10"];

    public static IEnumerable<SecurityRow> All =>
        [
            SecurityRow.Asked(
                21,
                "Lambda",
                "What fails in all tries goes to a queue, with the function's name and its error; its role may send there.",
                ResourceTypes.Function,
                (function, graph) => new Reach(graph).OfFailures(new DeclaredFunction(function))
            ),
            Row(22, "Concurrency is reserved.", function => function.Inputs["reservedConcurrentExecutions"] is not null),
            Row(23, "Calls are traced.", function => (string?)function.Inputs["tracingConfig"]?["mode"] == "Active"),
            Row(24, "The environment is encrypted with a key of our own.", function => function.Text("kmsKeyArn") is not null),
            Row(
                25,
                "The environment holds no secret, only names and ARNs.",
                function =>
                    new DeclaredFunction(function).Environment.All(entry =>
                        !Secret().IsMatch(entry.Key) || Arn.TryParse(entry.Value, out _)
                    )
            ),
            Row(26, "It runs in a VPC, or it is written down why not.", function => function.Inputs["vpcConfig"] is not null),
            Row(27, "Its code is signed, or it is written down why not.", function => function.Inputs["codeSigningConfigArn"] is not null),
            Row(28, "Its runtime is not about to be retired.", function => CurrentRuntimes.Contains(function.Text("runtime"))),
            SecurityRow.Asked(
                29,
                "Lambda",
                "Only named rules of this account may call it; it has no public address.",
                graph =>
                    [
                        .. graph
                            .Policies.Where(policy => policy.Resource.Type == ResourceTypes.Permission)
                            .Select(permission => Callers(permission, graph.Stack.Account)),
                        .. graph.OfType(ResourceTypes.FunctionUrl).Select(url => new CheckEvidence(url.Name, url.Urn, IsMet: false)),
                    ]
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
                statement => AccessAnswer.All([PolicyTests.GivesOnlyNamed(statement), PolicyTests.StaysHome(statement)])
            ),
        ];

    private static CheckEvidence Callers(DeclaredPolicy permission, string account)
    {
        var answer = PolicyTests.CallsForNamed(permission, account);
        return new(permission.Resource.Name, permission.Resource.Urn, answer.IsMet, answer.Because);
    }

    private static SecurityRow Row(int number, string demand, Func<RecordedResource, bool> holds) =>
        SecurityRow.Each(number, "Lambda", demand, ResourceTypes.Function, (function, _) => holds(function));

    private static IEnumerable<DeclaredStatement> RoleStatements(DeclaredStack graph)
    {
        var functions = graph.Functions.Select(function => function.LogicalName).ToHashSet();
        return graph
            .StatementsOf(ResourceTypes.RolePolicy)
            .Where(statement => statement.IsAllow && functions.Contains(statement.Policy.Resource.Name));
    }

    [GeneratedRegex("TOKEN|SECRET|PASSWORD|CREDENTIAL|PRIVATE|API_?KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
