using MlopsBatch.EngineRecording;
using MlopsBatch.Inspection;

namespace MlopsBatch.Rehearsal.Tests.Engine;

/// <summary>The stack program under an engine.</summary>
public sealed class DeploymentTests : IDisposable
{
    private readonly StackProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("dev", false)]
    [InlineData("dev", true)]
    [InlineData("staging", false)]
    [InlineData("prod", false)]
    [InlineData(StackProgram.Single, false)]
    public async Task It_registers_what_evaluation_shows(string stack, bool dryRun)
    {
        var options = _program.Options(stack) with { DryRun = dryRun };
        await using var engine = await EngineServer.StartAsync(options);

        var run = await _program.RunAsync(engine);

        run.ExitCode.ShouldBe(0, string.Join('\n', engine.Errors) + run.Output);
        engine.Errors.ShouldBeEmpty();
        engine.Of("SignalAndWaitForShutdown").Count().ShouldBe(1);
        var evaluated = await StackEvaluator.EvaluateAsync(_program.Context(options), FixedApprovedModels.None);
        engine
            .Registered.Where(call => call.Type != "pulumi:pulumi:Stack")
            .Select(call => $"{call.Type} {call.Name} protect={call.Request["protect"]?.ToJsonString() ?? "false"}")
            .Order()
            .ShouldBe(
                evaluated
                    .Resources.Select(one => $"{one.Type} {one.Name} protect={one.Protect.ToString().ToLowerInvariant()}")
                    .Order()
            );
    }

    [Fact]
    public async Task Stand_ins_need_to_be_allowed()
    {
        var options = _program.Options("dev", settings => settings.Remove("allowOfflinePackages"));
        await using var engine = await EngineServer.StartAsync(options);

        var run = await _program.RunAsync(engine);

        if (Deploying.PackageFeed.OfThisBuild == Deploying.PackageFeed.NuGet)
        {
            run.ExitCode.ShouldBe(0);
            return;
        }

        run.ExitCode.ShouldBe(32);
        engine.Errors.Single().ShouldContain("MB0018 PackageFeed: got \"offline\"");
        engine.Registered.ShouldNotContain(call => call.Type != "pulumi:pulumi:Stack");
    }

    [Fact]
    public async Task A_registry_that_cannot_be_asked_is_one_error_before_any_resource()
    {
        await using var engine = await EngineServer.StartAsync(_program.Options("staging"));

        var run = await _program.RunAsync(engine, []);

        run.ExitCode.ShouldBe(32);
        engine.Errors.Single().ShouldStartWith("MlopsBatch can't go on:\n  MB0023 ");
        engine.Registered.ShouldBeEmpty();
        run.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Missing_and_wrong_settings_are_one_error_each()
    {
        await using var without = await EngineServer.StartAsync(
            _program.Options("dev") with
            {
                Config = new Dictionary<string, string> { ["aws:region"] = "eu-west-1" },
            }
        );
        await using var wrong = await EngineServer.StartAsync(_program.Options("dev", settings => settings["roles"] = "everything"));

        (await _program.RunAsync(without)).ExitCode.ShouldBe(32);
        (await _program.RunAsync(wrong)).ExitCode.ShouldBe(32);

        without.Errors.Single().ShouldContain("settings");
        wrong.Errors.Single().ShouldContain("settings.roles");
        without.Registered.Concat(wrong.Registered).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_resource_is_told_and_ends_the_program()
    {
        var options = _program.Options("dev") with
        {
            Answer = (call, _) =>
                call.Type == "aws:kms/key:Key"
                    ? throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Unknown, "no keys today"))
                    : Task.FromResult<System.Text.Json.Nodes.JsonObject?>(null),
        };
        await using var engine = await EngineServer.StartAsync(options);

        (await _program.RunAsync(engine)).ExitCode.ShouldBe(32);

        engine.Errors.ShouldContain(message => message.Contains("no keys today"));
        engine.Of("SignalAndWaitForShutdown").ShouldBeEmpty();
    }
}
