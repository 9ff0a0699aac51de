using System.Text.Json.Nodes;
using MlopsBatch.Checks;
using MlopsBatch.Checks.Limits;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Checks;

/// <summary>What doesn't fit says how much there is, how much is allowed, and the way out.</summary>
public class AwsLimitsTests
{
    [Fact]
    public void An_account_runs_out_of_roles_before_a_thousand_models() =>
        Offender("roles", Enumerable.Range(0, 2000).Select(i => Resource(ResourceTypes.Role, $"role-{i}")))
            .ShouldBe(
                "this stack alone has 2,000 roles, 1,000 are allowed: "
                    + "ask AWS for more (Service Quotas), or split the models over accounts"
            );

    [Fact]
    public void A_role_takes_ten_managed_policies() =>
        Offender(
                "attachments",
                Enumerable.Range(0, 11).Select(i => Resource(ResourceTypes.PolicyAttachment, $"a-{i}", ("role", "notifications")))
            )
            .ShouldBe(
                "notifications has 11 managed policies, 10 are allowed: "
                    + "ask AWS for more (Service Quotas), or split the models over accounts"
            );

    [Fact]
    public void A_functions_permissions_fit_20_KB_together() =>
        Offender(
                "function policies",
                Enumerable
                    .Range(0, 61)
                    .Select(i =>
                        Resource(
                            ResourceTypes.Permission,
                            $"p-{i}",
                            ("function", "mlops-batch-dev-notifications"),
                            ("principal", "events.amazonaws.com"),
                            ("action", "lambda:InvokeFunction"),
                            ("sourceArn", $"arn:aws:events:eu-west-1:111122223333:rule/mlops-batch-dev-executions-{i}")
                        )
                    )
                    .Append(Resource(ResourceTypes.Function, "notifications", ("name", "mlops-batch-dev-notifications")))
            )
            .ShouldEndWith("bytes, 20,480 are allowed: split the models over stacks");

    [Fact]
    public void An_empty_stack_fits() => Judge([]).ShouldAllBe(row => row.Outcome == CheckOutcome.Pass);

    private static string Offender(string row, IEnumerable<RecordedResource> resources) =>
        Judge(resources).Single(one => one.Outcome == CheckOutcome.Fail && one.Row == row).Offenders.ShouldHaveSingleItem();

    private static IReadOnlyList<CheckResult> Judge(IEnumerable<RecordedResource> resources) =>
        AwsLimits.Judge(new EvaluatedStack("test", [.. resources], []) { Account = "111122223333", Region = "eu-west-1" }, ruleQuota: 300);

    private static RecordedResource Resource(string type, string name, params (string Input, string Value)[] inputs) =>
        new(
            type,
            name,
            $"urn:pulumi:test::mlops-batch::{type}::{name}",
            null,
            false,
            false,
            [],
            new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Input, (JsonNode?)JsonValue.Create(input.Value)))),
            name
        );
}
