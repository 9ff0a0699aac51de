using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>JSON texts of graphs that have outputs in them.</summary>
public sealed class OutputJsonTests
{
    [Fact]
    public async Task Outputs_are_written_as_their_values_at_any_depth()
    {
        var later = new TaskCompletionSource<string>();
        var json = Output.JsonSerialize(
            Output.Create(
                new Dictionary<string, object>
                {
                    ["Version"] = "2012-10-17",
                    ["Statement"] = new object[] { new { Resource = Output.Create(later.Task), Nested = Output.Create(Output.Create(1)) } },
                }
            )
        );
        later.SetResult("arn:x");

        (await OutputUtilities.GetValueAsync(json)).ShouldBe("""{"Version":"2012-10-17","Statement":[{"Resource":"arn:x","Nested":1}]}""");
        (await Output.IsSecretAsync(json)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_secret_inside_makes_the_text_secret_and_an_unknown_one_unknown()
    {
        var secret = Output.JsonSerialize(Output.Create(new { password = Output.CreateSecret("x") }));
        var unknown = Output.JsonSerialize(Output.Create(new { arn = OutputUtilities.CreateUnknown("x") }));

        (await Output.IsSecretAsync(secret)).ShouldBeTrue();
        (await OutputUtilities.GetValueAsync(secret)).ShouldBe("""{"password":"x"}""");
        (await OutputUtilities.GetIsKnownAsync(unknown)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_callers_options_are_used_and_left_alone()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        var json = Output.JsonSerialize(Output.Create(new { BigName = Output.Create(true) }), options);

        (await OutputUtilities.GetValueAsync(json)).ShouldBe("""{"bigName":true}""");
        options.Converters.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_written_can_be_read()
    {
        var list = Output.JsonDeserialize<List<int>>(Output.CreateSecret("[1,2]"));

        (await OutputUtilities.GetValueAsync(list)).ShouldBe([1, 2]);
        (await Output.IsSecretAsync(list)).ShouldBeTrue();
    }
}
