using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Tests.Events;

public class EventPatternFaultTests
{
    [Theory]
    [InlineData("""[]""", "it must be a JSON object, got Array")]
    [InlineData("""{}""", "the pattern: is an empty object, which could never match; name a field or leave it out")]
    [InlineData("""{"a":{"b":{}}}""", "a.b: is an empty object, which could never match; name a field or leave it out")]
    [InlineData("""{"a":"x"}""", "a: must be a list of values or an object, got \"x\"; write [\"x\"]")]
    [InlineData("""{"a":[]}""", "a: is an empty list, which could never match; give it a value or leave the field out")]
    [InlineData("""{"a":["x"],"a":["y"]}""", "a: is named twice in one object; EventBridge would keep only one of them")]
    [InlineData("""{"a":[["x"]]}""", "a[0]: must be a value or an operator, got [\"x\"]")]
    [InlineData("""{"a":[{"prefix":"x","suffix":"y"}]}""", "a[0]: needs exactly one operator, has 2; write one object per operator")]
    [InlineData(
        """{"a":["x",{"prefx":"x"}]}""",
        "a[1]: unknown operator 'prefx'; allowed are anything-but, cidr, equals-ignore-case, exists, numeric, prefix, "
            + "suffix, wildcard. Did you mean 'prefix'?"
    )]
    [InlineData("""{"a":[{"prefix":5}]}""", "a[0]: prefix needs a string, got 5")]
    [InlineData("""{"a":[{"exists":"no"}]}""", "a[0]: exists must be true or false, got \"no\"")]
    [InlineData(
        """{"a":[{"wildcard":"x**"}]}""",
        "a[0]: wildcard 'x**': two * in a row are not allowed (position 1); one stands for any run already"
    )]
    [InlineData(
        """{"a":[{"wildcard":"x\\y"}]}""",
        @"a[0]: wildcard 'x\y': a backslash must stand before * or another backslash (position 1)"
    )]
    [InlineData(
        """{"a":[{"numeric":[">"]}]}""",
        "a[0]: numeric needs [operator, number] or [lower operator, number, upper operator, number], got [\">\"]"
    )]
    [InlineData("""{"a":[{"numeric":["!=",1]}]}""", "a[0]: numeric knows =, <, <=, >, >=; got !=")]
    [InlineData(
        """{"a":[{"numeric":["<",5000000001]}]}""",
        "a[0]: numeric needs a number from -5000000000 to 5000000000 after '<', got 5000000001"
    )]
    [InlineData(
        """{"a":[{"numeric":["<",1,">",0]}]}""",
        "a[0]: numeric with two comparisons needs a lower bound (> or >=), then a greater upper bound (< or <=), got < 1, > 0"
    )]
    [InlineData("""{"a":[{"cidr":"10.0.0.0"}]}""", "a[0]: cidr needs a block such as 10.0.0.0/8 or 2001:db8::/32, got \"10.0.0.0\"")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/33"}]}""", "a[0]: cidr needs a block such as 10.0.0.0/8 or 2001:db8::/32, got \"10.0.0.0/33\"")]
    [InlineData(
        """{"a":[{"anything-but":["x",1]}]}""",
        "a[0]: anything-but needs one or more values, all strings or all numbers; got [\"x\",1]"
    )]
    [InlineData("""{"a":[{"anything-but":{"prefix":""}}]}""", "a[0]: prefix within anything-but needs a string that is not empty")]
    [InlineData(
        """{"a":[{"anything-but":{"numeric":["<",1]}}]}""",
        "a[0]: anything-but takes values, a list of values, or one of equals-ignore-case, prefix, suffix, wildcard; got "
            + "{\"numeric\":[\"<\",1]}"
    )]
    [InlineData("""{"$or":[{"a":[1]}]}""", "$or: must be a list of two or more objects")]
    public void Each_fault_names_its_place(string pattern, string fault)
    {
        var error = Should.Throw<CloudException>(() => EventPattern.Parse(pattern));
        error.Code.ShouldBe("InvalidEventPatternException");
        error.Faults.ShouldBe([fault]);
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        var error = Should.Throw<CloudException>(() => EventPattern.Parse("""{"a":"x","b":{"c":[{"prefix":1},{"cidr":"?"}]}}"""));
        error.Faults.Count.ShouldBe(3);
        error.Message.ShouldStartWith("Event pattern is not valid: 3 faults\n  - a: must be a list");
    }

    [Fact]
    public void A_pattern_has_at_most_2048_characters()
    {
        var longest = $$"""{"a":["{{new string('x', 2048 - 10)}}"]}""";
        longest.Length.ShouldBe(2048);
        EventPattern.Parse(longest).Matches($$"""{"a":"{{new string('x', 2038)}}"}""").ShouldBeTrue();
        var error = Should.Throw<CloudException>(() => EventPattern.Parse(longest + " "));
        error.Faults.ShouldBe(["it has 2049 characters, the quota is 2048; split the rule or ask AWS to raise the quota"]);
        EventPattern.Parse(longest + " ", maxLength: 4096).Json.Length.ShouldBe(2049);
    }

    [Fact]
    public void What_is_no_json_says_so() =>
        Should.Throw<CloudException>(() => EventPattern.Parse("{a")).Message.ShouldContain("it is no JSON");
}
