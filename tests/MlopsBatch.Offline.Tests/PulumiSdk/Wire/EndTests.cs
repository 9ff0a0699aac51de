using System.Text.Json.Nodes;
using Grpc.Core;
using MlopsBatch.EngineRecording;
using Pulumi;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Wire;

/// <summary>How a program ends, and what the engine is told of it.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class EndTests(ProcessEnvironment environment)
{
    [Fact]
    public async Task A_run_exception_is_told_by_its_bare_message() =>
        await EndsAsync(() => throw new RunException("no settings"), 32, message => message.ShouldBe("no settings"));

    [Fact]
    public async Task Any_other_exception_is_told_with_its_text() =>
        await EndsAsync(
            () => throw new InvalidOperationException("out of luck"),
            32,
            message =>
            {
                message.ShouldContain("failed with an unhandled exception");
                message.ShouldContain("out of luck");
            }
        );

    [Fact]
    public async Task A_fault_in_an_apply_is_told() =>
        await EndsAsync(
            () => EngineRun.New("a").Arn.Apply(string (_) => throw new RunException("in an apply")),
            32,
            message => message.ShouldBe("in an apply")
        );

    [Fact]
    public async Task A_missing_required_input_is_told() =>
        await EndsAsync(() => _ = new Thing("a", new ThingArgs()), 32, message => message.ShouldContain("text"));

    [Fact]
    public async Task Missing_configuration_is_told() =>
        await EndsAsync(() => new Config().Require("size"), 32, message => message.ShouldContain("'shop:size'"));

    [Fact]
    public async Task Logged_errors_alone_are_exit_code_1() =>
        await EndsAsync(() => Log.Error("not good"), 1, message => message.ShouldBe("not good"));

    [Fact]
    public async Task A_refused_registration_ends_the_program_and_what_waits_for_it_is_not_registered()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () => _ = new Thing("b", new ThingArgs { Text = EngineRun.New("a").Arn }),
            Failing("a", StatusCode.Unknown, "refused by the provider")
        );

        run.ExitCode.ShouldBe(32);
        run.Engine.Errors.Single().ShouldContain("refused by the provider");
        run.Engine.Registered.Select(call => call.Name).ShouldNotContain("b");
        run.Engine.Of("SignalAndWaitForShutdown").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_run_ends_the_program()
    {
        var run = await EngineRun.OfAsync(
            environment,
            () => EngineRun.New("a"),
            Failing("a", StatusCode.Cancelled, "resource monitor shut down")
        );

        run.ExitCode.ShouldBe(32);
        run.Engine.Of("SignalAndWaitForShutdown").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_engine_that_goes_away_ends_the_program()
    {
        var asked = new TaskCompletionSource();
        var options = new EngineOptions
        {
            Answer = async (call, cancelled) =>
            {
                if (call.Name == "a")
                {
                    asked.SetResult();
                    await Task.Delay(Timeout.Infinite, cancelled);
                }

                return null;
            },
        };

        var run = await EngineRun.OfAsync(
            environment,
            async engine =>
            {
                var program = Deployment.RunAsync(() => EngineRun.New("a"));
                await asked.Task;
                await engine.KillAsync();
                return await program;
            },
            options
        );

        run.ExitCode.ShouldBe(32);
    }

    [Fact]
    public async Task Resources_that_wait_for_each_other_are_never_registered()
    {
        var seen = new TaskCompletionSource();
        var options = new EngineOptions
        {
            Answer = (call, _) =>
            {
                if (call.Name == "last")
                {
                    seen.SetResult();
                }

                return Task.FromResult<JsonObject?>(null);
            },
        };

        var run = await EngineRun.OfAsync(
            environment,
            async server =>
            {
                // As with the official package the program never ends: a component counts as all its children.
                var program = Deployment.RunAsync(() =>
                {
                    var group = new ComponentResource("my:Group", "group");
                    var user = EngineRun.New("user", new() { DependsOn = { group } });
                    _ = new Thing("late", new ThingArgs { Text = user.Text }, new() { Parent = group });
                    _ = EngineRun.New("last");
                });
                await seen.Task;
                return program.IsCompleted || server.Errors.Any() ? 0 : -1;
            },
            options
        );

        run.ExitCode.ShouldBe(-1);
        run.Engine.Registered.Select(call => call.Name).Order().ShouldBe(["group", "last", "shop-dev"]);
    }

    private static EngineOptions Failing(string name, StatusCode code, string message) =>
        new()
        {
            Answer = (call, _) =>
                call.Name == name ? throw new RpcException(new Status(code, message)) : Task.FromResult<JsonObject?>(null),
        };

    private async Task EndsAsync(Action program, int exitCode, Action<string> message)
    {
        var run = await EngineRun.OfAsync(environment, program);

        run.ExitCode.ShouldBe(exitCode);
        message(run.Engine.Errors.Single());
        run.Engine.Of("SignalAndWaitForShutdown").ShouldBeEmpty();
    }
}
