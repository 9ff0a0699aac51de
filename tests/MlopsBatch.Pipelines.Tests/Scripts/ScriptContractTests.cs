using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Pipelines.Tests.Scripts;

public class ScriptContractTests
{
    private const string Contract = """
        {"hyperparameters": {"depth": {"kind": "integer", "min": 1, "max": 9, "default": 3, "search": [2, 6]},
                             "rate": {"kind": "continuous", "min": 0.5, "max": 2, "search": [0.5, 1], "logarithmic": true},
                             "seed": {"kind": "integer", "min": 0, "max": 10}}}
        """;

    [Theory]
    [InlineData("depth", "1", true)]
    [InlineData("depth", "9", true)]
    [InlineData("depth", "10", false)]
    [InlineData("depth", "2.5", false)]
    [InlineData("depth", "deep", false)]
    [InlineData("rate", "0.75", true)]
    [InlineData("rate", "0.4", false)]
    [InlineData("rate", "NaN", false)]
    public void A_value_is_taken_or_not(string name, string value, bool taken) =>
        ScriptContract.Of(Contract, "").Hyperparameters[name].Takes(value).ShouldBe(taken);

    [Fact]
    public void What_has_search_bounds_is_searched()
    {
        var ranges = ScriptContract.Of(Contract, "").SearchRanges;
        ranges.Keys.ShouldBe(["depth", "rate"], ignoreOrder: true);
        ranges["depth"].ShouldBe(new HpoRange.Integer(2, 6));
        ranges["rate"].ShouldBe(new HpoRange.Continuous(0.5, 1) { Logarithmic = true });
    }

    [Fact]
    public void An_option_added_to_the_script_alone_is_known()
    {
        var contract = ScriptContract.Of(Contract, """options.option("max_features", number(0.01, 1), "1")""");
        contract.Knows("max_features").ShouldBeTrue();
        contract.Knows("depth").ShouldBeTrue();
        contract.Knows("max_featrues").ShouldBeFalse();
    }

    [Fact]
    public void Without_a_contract_any_name_may_be_known() => ScriptContract.Of(null, "").Knows("anything").ShouldBeTrue();

    [Fact]
    public void A_broken_contract_says_so() =>
        Should.Throw<ArgumentException>(() => ScriptContract.Of("{", "")).Message.ShouldStartWith("contract.json can't be read: ");

    [Fact]
    public void The_shipped_contract_has_what_tuning_needs()
    {
        ScriptContract.Shipped.SearchRanges.Count.ShouldBeInRange(1, 30);
        ScriptContract.Shipped.Hyperparameters.Values.ShouldAllBe(rule => rule.Takes(rule.Default));
    }
}
