using System.Text.Json.Nodes;
using MlopsBatch.EngineRecording;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Wire;

/// <summary>What the program makes of the engine's answers.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class ReplyTests(ProcessEnvironment environment)
{
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    [Fact]
    public async Task An_empty_id_is_unknown()
    {
        (await OutputUtilities.GetIsKnownAsync((await AnsweredAsync("{}", id: "")).Id)).ShouldBeFalse();
        (await OutputUtilities.GetValueAsync((await AnsweredAsync("{}", id: "i-1")).Id)).ShouldBe("i-1");
    }

    [Theory]
    [InlineData(true, "SUCCESS", false)]
    [InlineData(false, "SUCCESS", true)]
    [InlineData(false, "FAIL", false)]
    [InlineData(false, "SKIP", false)]
    public async Task Missing_outputs_are_known_only_after_an_update_that_succeeded(bool dryRun, string result, bool known) =>
        (await OutputUtilities.GetIsKnownAsync((await AnsweredAsync("{}", dryRun, result)).Arn)).ShouldBe(known);

    [Fact]
    public async Task Values_come_back_as_the_types_of_the_outputs()
    {
        var thing = await AnsweredAsync("""{"size": 3, "labels": ["a", "b"], "nested": {"on": true, "__internal": 1}, "arn": "arn:a"}""");

        (await OutputUtilities.GetValueAsync(thing.Size)).ShouldBe(3);
        (await OutputUtilities.GetValueAsync(thing.Labels)).ShouldBe(["a", "b"]);
        (await OutputUtilities.GetValueAsync(thing.Nested))!.On.ShouldBeTrue();
        (await OutputUtilities.GetValueAsync(thing.Arn)).ShouldBe("arn:a");
    }

    [Fact]
    public async Task Secret_answers_are_secret_and_unknown_ones_unknown()
    {
        var thing = await AnsweredAsync(
            $$"""
            {
              "arn": {"{{EngineRun.Signature}}": "{{Secret}}", "value": "hidden"},
              "text": "{{EngineRun.Unknown}}", "labels": ["a", "{{EngineRun.Unknown}}"]
            }
            """
        );

        (await OutputUtilities.GetValueAsync(thing.Arn)).ShouldBe("hidden");
        (await Output.IsSecretAsync(thing.Arn)).ShouldBeTrue();
        (await OutputUtilities.GetIsKnownAsync(thing.Text)).ShouldBeFalse();
        (await OutputUtilities.GetIsKnownAsync(thing.Labels)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_function_is_called_with_its_arguments_and_answers()
    {
        string? answer = null;
        var options = new EngineOptions
        {
            Answer = (call, _) => Answer(call.Method == "Invoke" ? """{"return": {"text": "answer"}}""" : null),
        };
        var run = await EngineRun.OfAsync(
            environment,
            _ =>
                Deployment.RunAsync(async () =>
                    answer = (
                        await Deployment.Instance.InvokeAsync<LookupResult>(
                            "test:index/lookup:lookup",
                            new LookupArgs { Name = "x" },
                            new InvokeOptions { Version = "1.2.3" }
                        )
                    ).Text
                ),
            options
        );

        answer.ShouldBe("answer");
        run.Engine.Of("Invoke")
            .Single()
            .Request.ToJsonString()
            .ShouldBe("""{"tok":"test:index/lookup:lookup","args":{"name":"x"},"version":"1.2.3","acceptResources":true}""");
    }

    [Fact]
    public async Task A_function_is_not_called_while_an_argument_is_unknown()
    {
        Output<LookupResult>? result = null;
        var run = await EngineRun.OfAsync(
            environment,
            () =>
                result = Deployment.Instance.Invoke<LookupResult>(
                    "test:index/lookup:lookup",
                    new LookupArgs { Name = OutputUtilities.CreateUnknown("x") }
                )
        );

        run.Engine.Of("Invoke").ShouldBeEmpty();
        (await OutputUtilities.GetIsKnownAsync(result!)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_function_that_refuses_its_arguments_ends_the_program()
    {
        var options = new EngineOptions
        {
            Answer = (call, _) =>
                Answer(call.Method == "Invoke" ? """{"failures": [{"property": "name", "reason": "too short"}]}""" : null),
        };
        var run = await EngineRun.OfAsync(
            environment,
            _ =>
                Deployment.RunAsync(() =>
                    Deployment.Instance.InvokeAsync<LookupResult>("test:index/lookup:lookup", new LookupArgs { Name = "x" })
                ),
            options
        );

        run.ExitCode.ShouldBe(32);
        run.Engine.Errors.Single().ShouldContain("Invoke of 'test:index/lookup:lookup' failed: too short (name)");
    }

    private static Task<JsonObject?> Answer(string? json) => Task.FromResult(json is null ? null : (JsonObject?)JsonNode.Parse(json));

    private async Task<Thing> AnsweredAsync(string outputs, bool dryRun = false, string result = "SUCCESS", string id = "i-1")
    {
        Thing? thing = null;
        var answer = $$"""{"urn": "urn:pulumi:dev::shop::t::a", "id": "{{id}}", "object": {{outputs}}, "result": "{{result}}"}""";
        var options = new EngineOptions { DryRun = dryRun, Answer = (call, _) => Answer(call.Name == "a" ? answer : null) };
        (await EngineRun.OfAsync(environment, () => thing = EngineRun.New("a"), options)).ExitCode.ShouldBe(0);
        return thing!;
    }

    private sealed class LookupArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    [OutputType]
    private sealed class LookupResult
    {
        public readonly string Text;

        [OutputConstructor]
        public LookupResult(string text) => Text = text;
    }
}
