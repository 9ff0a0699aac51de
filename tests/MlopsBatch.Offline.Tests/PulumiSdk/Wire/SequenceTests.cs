using System.Collections.Immutable;
using Grpc.Core;
using MlopsBatch.EngineRecording;
using Pulumi;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Wire;

/// <summary>Which calls a program makes, and in which order.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class SequenceTests(ProcessEnvironment environment)
{
    [Fact]
    public async Task Features_are_asked_once_the_stack_comes_first_and_the_shutdown_last()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () =>
            {
                _ = EngineRun.New("a");
                _ = EngineRun.New("b");
            }
        );

        run.ExitCode.ShouldBe(0);
        run.Engine.Of("SupportsFeature").Select(call => call.Text("id")).Order().ShouldBe(["aliasSpecs", "resourceReferences"]);
        run.Engine.Registered.First().Name.ShouldBe("shop-dev");
        run.Engine.Registered.Select(call => call.Name).Order().ShouldBe(["a", "b", "shop-dev"]);
        run.Engine.Calls[^1].Method.ShouldBe("SignalAndWaitForShutdown");
        run.Engine.Of("SignalAndWaitForShutdown").Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_stack_registers_its_outputs_under_their_names()
    {
        var run = await EngineRun.OfAsync(environment, _ => Deployment.RunAsync<ShopStack>());

        run.Request("shop-dev")
            .ShouldBe(
                EngineRun.Json(
                    """
                    {
                      "type": "pulumi:pulumi:Stack", "name": "shop-dev", "object": {}, "acceptSecrets": true,
                      "acceptResources": true, "supportsResultReporting": true, "hooks": {}
                    }
                    """
                )
            );
        run.Engine.Of("RegisterResourceOutputs")
            .Single()
            .Request.ToJsonString()
            .ShouldBe(
                EngineRun.Json(
                    $$"""
                    {
                      "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                      "outputs": {
                        "Plain": 3,
                        "password": { "{{EngineRun.Signature}}": "1b47061264138c4ac30d75fd1eb44270", "value": "s3cret" },
                        "tags": { "a": "1", "b": "2" }
                      }
                    }
                    """
                )
            );
    }

    [Fact]
    public async Task An_engine_that_does_not_know_the_shutdown_call_is_no_fault()
    {
        var options = new EngineOptions
        {
            Answer = (call, _) =>
                call.Method == "SignalAndWaitForShutdown" ? throw new RpcException(new Status(StatusCode.Unimplemented, "")) : Usual,
        };

        (await EngineRun.OfAsync(environment, () => EngineRun.New("a"), options)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_deployment_and_its_configuration_are_the_engines()
    {
        var seen = "";
        var options = new EngineOptions
        {
            DryRun = true,
            Config = new Dictionary<string, string> { ["shop:size"] = "3", ["aws:region"] = "eu-west-1" },
            RootDirectory = "/somewhere",
        };

        await EngineRun.OfAsync(
            environment,
            () =>
                seen =
                    $"{Deployment.Instance.OrganizationName} {Deployment.Instance.ProjectName} {Deployment.Instance.StackName} "
                    + $"{Deployment.Instance.IsDryRun} {new Config().RequireInt32("size")} {new Config("aws").Require("region")}",
            options
        );

        seen.ShouldBe("org shop dev True 3 eu-west-1");
    }

    [Fact]
    public async Task What_grpc_would_refuse_by_default_for_its_size_is_sent_and_received()
    {
        var text = new string('x', 6 * 1024 * 1024);
        var run = await EngineRun.OfAsync(environment, () => _ = new Thing("a", new ThingArgs { Text = text }));

        run.ExitCode.ShouldBe(0);
        ((string?)run.Engine.Registration("a").Inputs["text"])!.Length.ShouldBe(text.Length);
    }

    private static Task<System.Text.Json.Nodes.JsonObject?> Usual => Task.FromResult<System.Text.Json.Nodes.JsonObject?>(null);

    private sealed class ShopStack : Stack
    {
        public ShopStack()
        {
            Password = Output.CreateSecret("s3cret");
            Plain = Output.Create(3);
            Tags = Output.Create(ImmutableDictionary<string, string>.Empty.Add("b", "2").Add("a", "1"));
        }

        [Output("password")]
        public Output<string> Password { get; private set; }

        [Output]
        public Output<int> Plain { get; private set; }

        [Output("tags")]
        public Output<ImmutableDictionary<string, string>> Tags { get; private set; }
    }
}
