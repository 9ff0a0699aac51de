using System.Reflection;

namespace MlopsBatch.Aws.Tests;

public sealed class QuotasTests
{
    [Fact]
    public void Each_has_a_unit_and_a_page_of_AWS()
    {
        var quotas = typeof(Quotas)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (Quota)property.GetValue(null)!)
            .Append(Quotas.RulesPerBus("eu-west-1"))
            .ToList();
        quotas.Count.ShouldBeGreaterThan(15);
        quotas.ShouldAllBe(quota => quota.Most > 0 && quota.Unit.Length > 0);
        quotas.ShouldAllBe(quota => quota.Source.StartsWith("https://docs.aws.amazon.com/", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_regions_have_smaller_buses() =>
        (Quotas.RulesPerBus("af-south-1").Most, Quotas.RulesPerBus("eu-west-1").Most).ShouldBe((100, 300));
}
