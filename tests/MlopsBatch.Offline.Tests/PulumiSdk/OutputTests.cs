using System.Collections.Immutable;
using CsCheck;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Values, secrecy, unknowns and origins of outputs made from outputs.</summary>
public sealed class OutputTests
{
    /// <summary>Outputs of any number, secrecy and knowledge.</summary>
    private static readonly Gen<Output<int>> AnyOutput = Gen.Select(
            Gen.Int[-1000, 1000],
            Gen.Bool,
            Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        )
        .Select(
            (value, isSecret, isKnown) =>
            {
                var output = isKnown ? Output.Create(value) : OutputUtilities.CreateUnknown(value);
                return isSecret ? Output.CreateSecret(output) : output;
            }
        );

    [Fact]
    public Task Applying_one_after_the_other_is_applying_both() =>
        AnyOutput.SampleAsync(async output =>
            (await Look(output.Apply(value => value + 1).Apply(value => Output.Create(value * 2)))).ShouldBe(
                await Look(output.Apply(value => Task.FromResult((value + 1) * 2)))
            )
        );

    [Fact]
    public Task What_an_apply_returns_adds_its_secrecy_and_its_doubt() =>
        Gen.Select(AnyOutput, AnyOutput)
            .SampleAsync(
                async (outer, inner) =>
                {
                    var (first, second) = (await Look(outer), await Look(inner));

                    var result = await Look(outer.Apply(_ => inner));

                    result.IsKnown.ShouldBe(first.IsKnown && second.IsKnown);
                    // What would have come of an unknown value is not looked at, so its secrecy can't be known.
                    result.IsSecret.ShouldBe(first.IsSecret || (first.IsKnown && second.IsSecret));
                }
            );

    [Fact]
    public Task All_is_known_if_all_are_and_secret_if_any_is() =>
        AnyOutput
            .List[0, 6]
            .SampleAsync(async outputs =>
            {
                var each = await Task.WhenAll(outputs.Select(Look));

                var all = Output.All(outputs);

                (await OutputUtilities.GetIsKnownAsync(all)).ShouldBe(each.All(one => one.IsKnown));
                (await Output.IsSecretAsync(all)).ShouldBe(each.Any(one => one.IsSecret));
                if (each.All(one => one.IsKnown))
                {
                    (await OutputUtilities.GetValueAsync(all)).ShouldBe(each.Select(one => one.Value));
                }
            });

    [Fact]
    public Task A_tuple_says_the_same_as_all() =>
        AnyOutput
            .Array[8]
            .SampleAsync(async o =>
            {
                var all = Output.All(o);
                var tuple = Output.Tuple(o[0], o[1], o[2], o[3], o[4], o[5], o[6], o[7]);
                Input<int>[] i = [.. o];
                var inputs = Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7]);

                foreach (var output in new[] { tuple, inputs })
                {
                    (await OutputUtilities.GetIsKnownAsync(output)).ShouldBe(await OutputUtilities.GetIsKnownAsync(all));
                    (await Output.IsSecretAsync(output)).ShouldBe(await Output.IsSecretAsync(all));
                    var (a, b, c, d, e, f, g, h) = await OutputUtilities.GetValueAsync(output);
                    if (await OutputUtilities.GetIsKnownAsync(all))
                    {
                        new[] { a, b, c, d, e, f, g, h }.ShouldBe(await OutputUtilities.GetValueAsync(all));
                    }
                }
            });

    [Fact]
    public async Task Nothing_is_applied_to_an_unknown_value()
    {
        var ran = false;

        var output = OutputUtilities.CreateUnknown("x").Apply(value => ran = true);

        (await OutputUtilities.GetIsKnownAsync(output)).ShouldBeFalse();
        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task Unsecret_and_secret_undo_each_other()
    {
        var secret = Output.CreateSecret("x");

        (await Output.IsSecretAsync(secret.Apply(value => value.Length))).ShouldBeTrue();
        (await Output.IsSecretAsync(Output.Unsecret(secret))).ShouldBeFalse();
        (await OutputUtilities.GetValueAsync(Output.Unsecret(secret))).ShouldBe("x");
    }

    [Fact]
    public async Task An_output_remembers_all_resources_it_came_from()
    {
        var combined = Output.Create("");

        await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions(),
            () =>
            {
                var (a, b, c) = (New("a"), New("b"), New("c"));
                combined = Output.Format($"{a.Arn} {Output.Tuple(b.Arn, a.Arn)}").Apply(text => c.Arn.Apply(arn => text + arn));
            }
        );

        (await OutputUtilities.GetDependenciesAsync(combined))
            .Select(resource => resource.GetResourceName())
            .Order()
            .ShouldBe(["a", "b", "c"]);

        static Thing New(string name) => new(name, new ThingArgs { Text = "x" });
    }

    [Fact]
    public async Task Format_awaits_inputs_and_outputs_and_ignores_the_machines_culture()
    {
        Input<string> input = "in";
#pragma warning disable MA0150 // That a list of inputs has no text of its own is what is asked here.
        var text = Output.Format($"{Output.Create("out")}/{input}/{1.5:0.00}/{(InputList<string>)new[] { "a" }:x}");
#pragma warning restore MA0150

        (await OutputUtilities.GetValueAsync(text)).ShouldStartWith("out/in/1.50/");
    }

    [Fact]
    public void The_text_of_an_output_is_not_its_value() => Output.Create("s3cret").ToString().ShouldNotContain("s3cret");

    [Fact]
    public async Task Lists_and_unions_can_be_read_in_place()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));
        var union = Output.Create(Union<string, int>.FromT1(7));

        (await OutputUtilities.GetValueAsync(list.First())).ShouldBe("a");
        (await OutputUtilities.GetValueAsync(list.GetAt(1))).ShouldBe("b");
        (await OutputUtilities.GetValueAsync(list.Length())).ShouldBe(2);
        (await OutputUtilities.GetValueAsync(union.AsT1())).ShouldBe(7);
        (await OutputUtilities.GetValueAsync(union.IsT0())).ShouldBeFalse();
        (await OutputUtilities.GetValueAsync(union.Value())).ShouldBe(7);
    }

    private static async Task<(int Value, bool IsKnown, bool IsSecret)> Look(Output<int> output)
    {
        var isKnown = await OutputUtilities.GetIsKnownAsync(output);
        return (isKnown ? await OutputUtilities.GetValueAsync(output) : 0, isKnown, await Output.IsSecretAsync(output));
    }
}
