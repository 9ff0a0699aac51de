using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Tests.Events;

/// <summary>Laws that hold for every pattern and event, checked against independent models.</summary>
public class EventPatternPropertyTests
{
    private static readonly Gen<string> Name = Gen.Char["abc"].Array[1, 2].Select(chars => new string(chars));
    private static readonly Gen<string> Text = Gen.Char["ab*/.\\"].Array[0, 6].Select(chars => new string(chars));

    private static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Text.Select(text => (JsonNode?)text),
        Gen.Int[-3, 3].Select(number => (JsonNode?)number),
        Gen.Bool.Select(flag => (JsonNode?)flag),
        Gen.Const((JsonNode?)null)
    );

    private static readonly Gen<JsonObject> Document = Gen.Recursive<JsonObject>(
        (depth, inner) =>
        {
            var value =
                depth >= 3
                    ? Scalar
                    : Gen.Frequency(
                        (3, Scalar),
                        (1, inner.Select(o => (JsonNode?)o)),
                        (1, Scalar.Array[0, 3].Select(items => (JsonNode?)new JsonArray(items)))
                    );
            return Gen.Select(Name, value)
                .Array[1, 4]
                .Select(pairs =>
                {
                    var document = new JsonObject();
                    foreach (var (name, item) in pairs)
                    {
                        document[name] = item?.DeepClone();
                    }
                    return document;
                });
        }
    );

    [Fact]
    public void A_pattern_made_of_an_events_own_leaves_matches_it() =>
        Document.Sample(document =>
        {
            var pattern = FromLeaves(document);
            return pattern is null || EventPattern.Parse(pattern.ToJsonString(), 100_000).Matches(document);
        });

    [Fact]
    public void Demanding_one_more_field_that_is_not_there_stops_the_match() =>
        Document.Sample(document =>
        {
            var pattern = FromLeaves(document) ?? [];
            pattern["absent"] = new JsonArray("x");
            return !EventPattern.Parse(pattern.ToJsonString(), 100_000).Matches(document);
        });

    [Fact]
    public void Additional_fields_of_an_event_never_matter() =>
        Gen.Select(Document, Scalar)
            .Sample(
                (document, more) =>
                {
                    var pattern = FromLeaves(document);
                    if (pattern is null)
                    {
                        return true;
                    }
                    document["additional"] = more?.DeepClone();
                    return EventPattern.Parse(pattern.ToJsonString(), 100_000).Matches(document);
                }
            );

    [Fact]
    public void A_wildcard_is_the_regular_expression_with_dot_star() =>
        Gen.Select(Text, Text)
            .Sample(
                (raw, text) =>
                {
                    var wildcard = raw.Replace("\\", "", StringComparison.Ordinal);
                    while (wildcard.Contains("**", StringComparison.Ordinal))
                    {
                        wildcard = wildcard.Replace("**", "*", StringComparison.Ordinal);
                    }
                    var regex = "^" + Regex.Escape(wildcard).Replace(@"\*", ".*", StringComparison.Ordinal) + "$";
                    return Matches("wildcard", wildcard, text) == Regex.IsMatch(text, regex, RegexOptions.Singleline);
                }
            );

    [Fact]
    public void An_escaped_wildcard_matches_exactly_its_text() =>
        Gen.Select(Text, Text)
            .Sample(
                (literal, text) =>
                {
                    var escaped = literal.Replace("\\", @"\\", StringComparison.Ordinal).Replace("*", @"\*", StringComparison.Ordinal);
                    return Matches("wildcard", escaped, literal) && Matches("wildcard", escaped, text) == (literal == text);
                }
            );

    [Fact]
    public void Prefix_and_suffix_agree_with_strings() =>
        Gen.Select(Text, Text)
            .Sample(
                (part, text) =>
                    Matches("prefix", part, text) == text.StartsWith(part, StringComparison.Ordinal)
                    && Matches("suffix", part, text) == text.EndsWith(part, StringComparison.Ordinal)
            );

    [Fact]
    public void Anything_but_is_the_opposite_for_a_single_text() =>
        Gen.Select(Text, Text, Gen.OneOf(Gen.Const("prefix"), Gen.Const("suffix"), Gen.Const("equals-ignore-case")))
            .Sample(
                (part, text, name) =>
                    part.Length == 0 || Matches("anything-but", new JsonObject { [name] = part }, text) != Matches(name, part, text)
            );

    [Fact]
    public void Numeric_agrees_with_arithmetic() =>
        Gen.Select(Gen.Int[-50, 50], Gen.Int[-50, 50], Gen.Int[1, 50])
            .Sample(
                (value, low, width) =>
                    Matches("numeric", new JsonArray(">=", low, "<", low + width), value) == (value >= low && value < low + width)
                    && Matches("numeric", new JsonArray("=", low), value) == (value == low)
            );

    [Fact]
    public void Cidr_agrees_with_masking() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.Int[0, 32])
            .Sample(
                (network, noise, bits) =>
                {
                    var mask = bits == 0 ? 0u : uint.MaxValue << (32 - bits);
                    var address = (network & mask) | (noise & ~mask);
                    var block = string.Create(CultureInfo.InvariantCulture, $"{Dotted(network)}/{bits}");
                    var outside = bits == 0 ? address : address ^ (1u << (32 - bits));
                    return Matches("cidr", block, Dotted(address)) && Matches("cidr", block, Dotted(outside)) == (bits == 0);
                }
            );

    [Fact]
    public void Or_is_the_union_and_fields_are_the_intersection() =>
        Gen.Select(Scalar, Scalar, Document)
            .Sample(
                (x, y, document) =>
                {
                    var a = new JsonObject { ["a"] = new JsonArray(x?.DeepClone()) };
                    var b = new JsonObject { ["b"] = new JsonArray(y?.DeepClone()) };
                    bool Matches(JsonObject pattern) => EventPattern.Parse(pattern.ToJsonString()).Matches(document);
                    var both = new JsonObject { ["a"] = new JsonArray(x?.DeepClone()), ["b"] = new JsonArray(y?.DeepClone()) };
                    var either = new JsonObject { ["$or"] = new JsonArray(a.DeepClone(), b.DeepClone()) };
                    return Matches(either) == (Matches(a) || Matches(b)) && Matches(both) == (Matches(a) && Matches(b));
                }
            );

    [Fact]
    public void Exists_true_and_false_exclude_each_other_and_one_always_holds() =>
        Document.Sample(document =>
        {
            bool Matches(bool exists) =>
                EventPattern.Parse(exists ? """{"a":{"b":[{"exists":true}]}}""" : """{"a":{"b":[{"exists":false}]}}""").Matches(document);
            return Matches(true) != Matches(false);
        });

    private static bool Matches(string name, JsonNode value, JsonNode candidate)
    {
        var pattern = new JsonObject { ["v"] = new JsonArray(new JsonObject { [name] = value }) };
        return EventPattern.Parse(pattern.ToJsonString()).Matches(new JsonObject { ["v"] = candidate });
    }

    private static string Dotted(uint address) =>
        new IPAddress([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]).ToString();

    private static JsonObject? FromLeaves(JsonObject document)
    {
        var pattern = new JsonObject();
        foreach (var (name, value) in document)
        {
            switch (value)
            {
                case JsonObject inner when FromLeaves(inner) is { } nested:
                    pattern[name] = nested;
                    break;
                case JsonArray { Count: > 0 } list:
                    pattern[name] = new JsonArray(list[0]?.DeepClone());
                    break;
                case null or JsonValue:
                    pattern[name] = new JsonArray(value?.DeepClone());
                    break;
            }
        }
        return pattern.Count == 0 ? null : pattern;
    }
}
