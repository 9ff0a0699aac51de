using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Rehearsal.Mutations;

namespace MlopsBatch.Rehearsal.Tests.Mutations;

public sealed class MutationCatalogueTests
{
    private static readonly DeclaredResource Role = Declare(
        "aws:iam/rolePolicy:RolePolicy",
        "worker",
        "policy",
        """
        {"Statement": [
          {"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"},
          {"Sid": "Never", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
        """
    );

    private static readonly DeclaredResource Rule = Declare(
        "aws:cloudwatch/eventRule:EventRule",
        "arrivals",
        "eventPattern",
        """{"source": ["aws.s3"], "detail": {"bucket": {"name": ["data"]}, "size": [{"numeric": [">", 0]}]}}"""
    );

    [Fact]
    public void Rights_go_statement_by_statement_and_action_by_action_and_denials_stay()
    {
        var mutations = MutationCatalogue.Of([Role]);
        mutations
            .Select(one => one.What)
            .ShouldBe([
                "RolePolicy worker left out",
                "RolePolicy worker: Read",
                "RolePolicy worker: Read, s3:GetObject",
                "RolePolicy worker: Read, s3:ListBucket",
            ]);
        var without = mutations.Single(one => one.What.EndsWith("s3:GetObject", StringComparison.Ordinal)).Apply(Role)!;
        var policy = JsonNode.Parse(without.Inputs["policy"]!.ToString())!;
        policy["Statement"]![0]!["Action"]!.AsArray().Select(action => action!.ToString()).ShouldBe(["s3:ListBucket"]);
        policy["Statement"]!.AsArray().Count.ShouldBe(2);
        Role.Inputs["policy"]!.ToString().ShouldContain("s3:GetObject");
    }

    [Fact]
    public void Each_text_of_a_pattern_is_altered_alone()
    {
        var altered = MutationCatalogue
            .Of([Rule])
            .Select(one => JsonNode.Parse(one.Apply(Rule)!.Inputs["eventPattern"]!.ToString())!)
            .ToList();
        altered.Select(pattern => pattern["source"]![0]!.ToString()).ShouldBe(["aws.s3-altered", "aws.s3", "aws.s3"]);
        altered.Select(pattern => pattern["detail"]!["bucket"]!["name"]![0]!.ToString()).ShouldBe(["data", "data-altered", "data"]);
    }

    [Fact]
    public void A_fault_touches_its_own_resource_only()
    {
        foreach (var mutation in MutationCatalogue.Of([Role]))
        {
            mutation.Apply(Rule).ShouldBeSameAs(Rule);
        }
    }

    [Fact]
    public void A_target_goes_to_another_one_of_its_kind()
    {
        var first = Target("first", "arn:aws:sns:eu-west-1:111122223333:approvals");
        var second = Target("second", "arn:aws:sns:eu-west-1:111122223333:operations");
        var only = Target("only", "arn:aws:lambda:eu-west-1:111122223333:function:mails");
        DeclaredResource[] targets = [first, second, only];
        MutationCatalogue
            .Of(targets)
            .Where(one => one.Kind == "target swapped")
            .Select(one => targets.Select(one.Apply).Single(after => after!.Urn == one.Urn)!.Inputs["arn"]!.ToString().Split(':')[^1])
            .ShouldBe(["operations", "approvals", "mails-altered"]);
    }

    private static DeclaredResource Target(string name, string arn) =>
        Declare("aws:cloudwatch/eventTarget:EventTarget", name, "arn", arn);

    private static DeclaredResource Declare(string type, string name, string input, string value) =>
        new()
        {
            Type = type,
            Name = name,
            Urn = $"urn:pulumi:test::mlops-batch::{type}::{name}",
            Inputs = new JsonObject { [input] = value },
        };
}
