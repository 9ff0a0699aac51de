using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>What can be written where a resource takes a value, a list, a map or a union.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task A_list_takes_values_and_outputs_in_all_usual_forms()
    {
        InputList<string>[] lists =
        [
            new() { "a", Output.Create("b") },
            new[] { "a", "b" },
            new List<string> { "a", "b" },
            ImmutableArray.Create("a", "b"),
            new Input<string>[] { "a", Output.Create("b") },
            new List<Input<string>> { "a", "b" },
            new[] { Output.Create("a"), Output.Create("b") },
            new List<Output<string>> { Output.Create("a"), Output.Create("b") },
            Output.Create(ImmutableArray.Create("a", "b")),
            Output.Create<string[]>(["a", "b"]),
            Output.Create(new List<string> { "a", "b" }),
            Output.Create<IEnumerable<string>>(["a", "b"]),
            ((InputList<string>)"a").Concat(Output.Create("b")),
        ];

        foreach (var list in lists)
        {
            (await OutputUtilities.GetValueAsync(list.ToOutput())).ShouldBe(["a", "b"]);
        }
    }

    [Fact]
    public async Task Lists_join_in_order_and_a_copy_stays_as_it_was()
    {
        InputList<int> first = [1];
        InputList<int> second = [first, 2];
        first.Add(3, 4);
        second.AddRange(first);

        (await OutputUtilities.GetValueAsync(second.ToOutput())).ShouldBe([1, 2, 1, 3, 4]);
        (await OutputUtilities.GetValueAsync(new InputList<int>().ToOutput())).ShouldBe([]);
    }

    [Fact]
    public async Task A_map_takes_values_and_outputs_and_of_merged_maps_the_later_counts()
    {
        InputMap<string> map = new() { ["a"] = "1", ["b"] = Output.Create("2") };
        var merged = InputMap<string>.Merge(map, new Dictionary<string, string> { ["a"] = "3", ["c"] = "4" });

        var value = await OutputUtilities.GetValueAsync(merged.ToOutput());

        value.OrderBy(pair => pair.Key).Select(pair => pair.Key + pair.Value).ShouldBe(["a3", "b2", "c4"]);
        (await OutputUtilities.GetValueAsync(map.ToOutput())).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_is_added_twice_is_a_fault() =>
        await Should.ThrowAsync<ArgumentException>(async () =>
        {
            InputMap<string> map = new() { ["a"] = "1" };
            map.Add("a", "2");
            await OutputUtilities.GetValueAsync(map.ToOutput());
        });

    [Fact]
    public async Task Lists_and_maps_can_be_walked_once_they_are_there()
    {
        var items = new List<string>();
        await foreach (var item in (InputList<string>)Output.Create(ImmutableArray.Create("a", "b")))
        {
            items.Add(await OutputUtilities.GetValueAsync(item.ToOutput()));
        }

        await foreach (var pair in new InputMap<int> { { "k", 5 } })
        {
            items.Add((await OutputUtilities.GetValueAsync(pair.ToOutput())).ToString());
        }

        items.ShouldBe(["a", "b", "[k, 5]"]);
        Should.Throw<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputList<int> { 1 }).GetEnumerator());
    }

    [Fact]
    public async Task A_union_takes_either_side()
    {
        InputUnion<string, int> text = "x";
        InputUnion<string, int> number = Output.Create(5);
        InputList<Union<string, int>> mixed = [];
        mixed.Add((Input<string>)"y");
        mixed.Add((Input<int>)6);

        (await OutputUtilities.GetValueAsync(text.ToOutput())).AsT0.ShouldBe("x");
        (await OutputUtilities.GetValueAsync(number.ToOutput())).AsT1.ShouldBe(5);
        (await OutputUtilities.GetValueAsync(mixed.ToOutput())).Select(item => item.Value).ShouldBe(["y", 6]);
    }

    [Fact]
    public void A_union_holds_one_side_and_says_which()
    {
        Union<string, int> union = 5;

        union.IsT1.ShouldBeTrue();
        union.Match(text => text.Length, number => number + 1).ShouldBe(6);
        union.ShouldBe(Union<string, int>.FromT1(5));
        (union == Union<string, int>.FromT0("5")).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => union.AsT0);
    }

    [Fact]
    public async Task JSON_is_taken_as_text_or_parsed()
    {
        InputJson[] inputs =
        [
            """{"a":1}""",
            JsonDocument.Parse("""{"a":1}"""),
            JsonSerializer.SerializeToElement(new { a = 1 }),
            Output.Create("""{"a":1}"""),
        ];

        foreach (var input in inputs)
        {
            (await OutputUtilities.GetValueAsync(input.ToOutput())).GetProperty("a").GetInt32().ShouldBe(1);
        }
    }

    [Fact]
    public async Task No_input_is_an_output_of_nothing()
    {
        Input<string>? none = null;

        (await OutputUtilities.GetValueAsync(none.ToOutput())).ShouldBeNull();
        (await OutputUtilities.GetValueAsync(none.Apply(value => value is null))).ShouldBeTrue();
    }
}
