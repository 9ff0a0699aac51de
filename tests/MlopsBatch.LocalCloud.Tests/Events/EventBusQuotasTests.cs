using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Tests.Events;

public class EventBusQuotasTests
{
    private static readonly EventPattern Wildcard = EventPattern.Parse("""{"a":[{"wildcard":"x*"}]}""");
    private static readonly EventPattern Exact = EventPattern.Parse("""{"a":["x*"]}""");

    [Fact]
    public void Wildcards_are_counted_wherever_they_stand() =>
        EventPattern
            .Parse("""{"$or":[{"a":[{"wildcard":"x*"}]},{"b":[{"anything-but":{"wildcard":["y*","z*"]}}]}]}""")
            .WildcardCount.ShouldBe(3);

    [Fact]
    public void A_bus_within_its_quotas_has_no_fault() =>
        EventBusQuotas.Check("eu-west-1", Rules(30, Wildcard, 5).Concat(Rules(270, Exact, 1)).ToList()).ShouldBeEmpty();

    [Fact]
    public void Everything_over_a_quota_is_named() =>
        EventBusQuotas
            .Check("eu-south-1", Rules(31, Wildcard, 1).Concat(Rules(70, null, 6)).ToList())
            .Take(3)
            .ShouldBe([
                "the bus has 101 rules, eu-south-1 allows 100; ask AWS to raise the quota or use several accounts",
                "31 rules use a wildcard filter, a bus allows 30; use prefix, suffix or exact keys",
                "rule 'rule-0' has 6 targets, a rule allows 5",
            ]);

    private static IEnumerable<(string Name, EventPattern? Pattern, int Targets)> Rules(int count, EventPattern? pattern, int targets) =>
        Enumerable.Range(0, count).Select(i => ($"rule-{i}", pattern, targets));
}
