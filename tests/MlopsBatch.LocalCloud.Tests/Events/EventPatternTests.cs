using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Tests.Events;

public class EventPatternTests
{
    [Theory]
    [InlineData("""{"a":["x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"X"}""", false)]
    [InlineData("""{"a":["x","y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x","b":"z"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"b":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":{"x":"x"}}""", false)]
    [InlineData("""{"a":["5"]}""", """{"a":5}""", false)]
    [InlineData("""{"a":[5]}""", """{"a":5}""", true)]
    [InlineData("""{"a":[300]}""", """{"a":300.0}""", false)]
    [InlineData("""{"a":[300]}""", """{"a":3.0e2}""", false)]
    [InlineData("""{"a":[true]}""", """{"a":true}""", true)]
    [InlineData("""{"a":[true]}""", """{"a":false}""", false)]
    [InlineData("""{"a":[null]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[null]}""", """{}""", false)]
    [InlineData("""{"a":{"b":{"c":["x"]}}}""", """{"a":{"b":{"c":"x","d":1}},"e":2}""", true)]
    [InlineData("""{"a":[""]}""", """{"a":""}""", true)]
    public void Exact_values(string pattern, string document, bool matches) => Check(pattern, document, matches);

    [Theory]
    [InlineData("""{"a":[{"prefix":"in/"}]}""", """{"a":"in/x"}""", true)]
    [InlineData("""{"a":[{"prefix":"in/"}]}""", """{"a":"In/x"}""", false)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{"a":"anything"}""", true)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{"a":5}""", false)]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"IN/"}}]}""", """{"a":"in/x"}""", true)]
    [InlineData("""{"a":[{"suffix":".csv"}]}""", """{"a":"x.csv"}""", true)]
    [InlineData("""{"a":[{"suffix":".csv"}]}""", """{"a":"x.CSV"}""", false)]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":".CSV"}}]}""", """{"a":"x.csv"}""", true)]
    [InlineData("""{"a":[{"equals-ignore-case":"aBc"}]}""", """{"a":"AbC"}""", true)]
    [InlineData("""{"a":[{"equals-ignore-case":"aBc"}]}""", """{"a":"AbCd"}""", false)]
    public void Text_operators(string pattern, string document, bool matches) => Check(pattern, document, matches);

    [Theory]
    [InlineData("in/*/x.csv", "in/2026/x.csv", true)]
    [InlineData("in/*/x.csv", "in//x.csv", true)]
    [InlineData("in/*/x.csv", "in/x.csv", false)]
    [InlineData("*.csv", ".csv", true)]
    [InlineData("*", "", true)]
    [InlineData("a*b*c", "a-c-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("aba*ba", "aba", false)]
    [InlineData(@"a\\*b", "a*b", true)]
    [InlineData(@"a\\*b", "axb", false)]
    [InlineData(@"a\\\\b", @"a\\b", true)]
    public void Wildcards(string wildcard, string text, bool matches) =>
        Check($$"""{"a":[{"wildcard":"{{wildcard}}"}]}""", $$"""{"a":"{{text}}"}""", matches);

    [Theory]
    [InlineData("""{"anything-but":"x"}""", "\"y\"", true)]
    [InlineData("""{"anything-but":"x"}""", "\"x\"", false)]
    [InlineData("""{"anything-but":["x","y"]}""", "\"y\"", false)]
    [InlineData("""{"anything-but":["x","y"]}""", "[\"x\",\"z\"]", true)]
    [InlineData("""{"anything-but":["x","y"]}""", "[\"x\",\"y\"]", false)]
    [InlineData("""{"anything-but":[1,2]}""", "3", true)]
    [InlineData("""{"anything-but":[1,2]}""", "2", false)]
    [InlineData("""{"anything-but":{"prefix":"tmp/"}}""", "\"tmp/x\"", false)]
    [InlineData("""{"anything-but":{"prefix":["tmp/","x/"]}}""", "\"x/x\"", false)]
    [InlineData("""{"anything-but":{"prefix":["tmp/","x/"]}}""", "\"y/x\"", true)]
    [InlineData("""{"anything-but":{"suffix":".tmp"}}""", "\"x.csv\"", true)]
    [InlineData("""{"anything-but":{"suffix":".tmp"}}""", "\"x.tmp\"", false)]
    [InlineData("""{"anything-but":{"equals-ignore-case":["X","Y"]}}""", "\"y\"", false)]
    [InlineData("""{"anything-but":{"wildcard":"*/tmp/*"}}""", "\"a/tmp/b\"", false)]
    [InlineData("""{"anything-but":{"wildcard":"*/tmp/*"}}""", "\"a/b\"", true)]
    public void Anything_but(string filter, string value, bool matches)
    {
        Check($$"""{"a":[{{filter}}]}""", $$"""{"a":{{value}}}""", matches);
        Check($$"""{"a":[{{filter}}]}""", "{}", false);
    }

    [Theory]
    [InlineData("""{"a":{"b":[{"exists":true}]}}""", """{"a":{"b":null}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":true}]}}""", """{"a":{"c":1}}""", false)]
    [InlineData("""{"a":{"b":[{"exists":true}]}}""", """{"a":{"b":{"c":1}}}""", false)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":{"c":1}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":{"b":1}}""", false)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":{"b":{"c":1}}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":{"b":[]}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":[{"b":1},{"c":1}]}""", false)]
    [InlineData("""{"f":["v",{"exists":false}]}""", """{"f":["v","w"]}""", true)]
    [InlineData("""{"f":["v",{"exists":false}]}""", """{"f":["w"]}""", false)]
    [InlineData("""{"f":["v",{"exists":false}]}""", """{"g":1}""", true)]
    public void Exists(string pattern, string document, bool matches) => Check(pattern, document, matches);

    [Theory]
    [InlineData("""[">",0,"<=",5]""", "5", true)]
    [InlineData("""[">",0,"<=",5]""", "0", false)]
    [InlineData("""[">",0,"<=",5]""", "5.000001", false)]
    [InlineData("""["=",300]""", "3.0e2", true)]
    [InlineData("""["<",-1.5]""", "-2", true)]
    [InlineData("""[">=",1]""", "\"2\"", false)]
    [InlineData("""[">=",1]""", "[0,7]", true)]
    public void Numeric(string filter, string value, bool matches) =>
        Check($$"""{"a":[{"numeric":{{filter}}}]}""", $$"""{"a":{{value}}}""", matches);

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.1.2", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("10.9.9.9/8", "10.1.1.1", true)]
    [InlineData("10.0.0.0/9", "10.128.0.0", false)]
    [InlineData("0.0.0.0/0", "1.2.3.4", true)]
    [InlineData("0.0.0.0/0", "10", false)]
    [InlineData("2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("10.0.0.0/8", "not an address", false)]
    public void Cidr(string block, string address, bool matches) =>
        Check($$"""{"a":[{"cidr":"{{block}}"}]}""", $$"""{"a":"{{address}}"}""", matches);

    [Theory]
    [InlineData("""{"a":1,"b":9}""", true)]
    [InlineData("""{"a":9,"b":2}""", true)]
    [InlineData("""{"a":9,"b":9}""", false)]
    public void Or(string document, bool matches) => Check("""{"$or":[{"a":[1]},{"b":[2]}]}""", document, matches);

    [Fact]
    public void Or_is_combined_with_its_neighbours_and_may_stand_deep()
    {
        const string pattern = """{"s":["x"],"d":{"$or":[{"a":[1]},{"b":[{"exists":false}],"c":["y"]}]}}""";
        Check(pattern, """{"s":"x","d":{"a":1,"b":2}}""", true);
        Check(pattern, """{"s":"z","d":{"a":1}}""", false);
        Check(pattern, """{"s":"x","d":{"a":2,"c":"y"}}""", true);
        Check(pattern, """{"s":"x","d":{"a":2,"b":1,"c":"y"}}""", false);
    }

    [Fact]
    public void Fields_below_an_array_must_match_in_one_element()
    {
        const string pattern = """{"a":{"b":[1],"c":[2]}}""";
        Check(pattern, """{"a":[{"b":1,"c":0},{"b":1,"c":2}]}""", true);
        Check(pattern, """{"a":[{"b":1,"c":0},{"b":0,"c":2}]}""", false);
        Check(pattern, """{"a":[[{"b":1,"c":2}]]}""", true);
    }

    private static void Check(string pattern, string document, bool matches) =>
        EventPattern.Parse(pattern).Matches(document).ShouldBe(matches, $"{pattern} against {document}");
}
