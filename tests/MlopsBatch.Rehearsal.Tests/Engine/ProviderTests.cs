using MlopsBatch.EngineRecording;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Provider;

namespace MlopsBatch.Rehearsal.Tests.Engine;

/// <summary>The stack program, an engine, and the local cloud as its provider: what pulumi up, preview, refresh and destroy do.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private readonly StackProgram _program = new();
    private readonly TestFolder _folder = new();
    private LocalCloud.Cloud _cloud = null!;
    private ProviderServer _provider = null!;
    private ProviderEngine _engine = null!;

    public async Task InitializeAsync()
    {
        _cloud = new LocalCloud.Cloud(new CloudOptions { Root = _folder.Path });
        _provider = await ProviderServer.StartAsync(_cloud.Default);
        _engine = new ProviderEngine(_provider.Port);
    }

    public async Task DisposeAsync()
    {
        _engine.Dispose();
        await _provider.DisposeAsync();
        await _cloud.DisposeAsync();
        _folder.Dispose();
        _program.Dispose();
    }

    [Fact]
    public async Task A_stack_lives_from_preview_to_destroy()
    {
        var options = _program.Options(StackProgram.Single);

        await UpAsync(options with { DryRun = true });
        var planned = _engine.Operations;
        _engine.State.ShouldBeEmpty();

        await UpAsync(options);
        _engine.Operations.Order().ShouldBe(planned.Order());
        _engine.Operations.ShouldAllBe(operation => operation.StartsWith("create "));
        _cloud.S3.Bucket("example-mlops").ShouldNotBeNull();

        await UpAsync(options);
        _engine.Operations.ShouldBeEmpty();

        await _engine.RefreshAsync();
        await UpAsync(options with { DryRun = true });
        _engine.Operations.ShouldBeEmpty();

        await UpAsync(
            _program.Options(StackProgram.Single, settings => settings["models"]![0]!["schedules"]!["inference"]!["cron"] = "0 4 * * ? *")
        );
        _engine.Operations.Single().ShouldMatch("^update urn:.*:Schedule::.*: scheduleExpression$");

        // Of a file the engine shows a hash where it asks for differences.
        File.WriteAllText(Path.Combine(_program.Root, "artifacts", "notifications.zip"), "other code");
        await UpAsync(
            _program.Options(StackProgram.Single, settings => settings["models"]![0]!["schedules"]!["inference"]!["cron"] = "0 4 * * ? *")
        );
        _engine.Operations.Single().ShouldMatch("^update urn:.*:Function::notifications: code, sourceCodeHash$");

        var isProtected = _engine.State.Where(state => state.Protect).Select(state => state.Urn).ToList();
        await _engine.DestroyAsync();
        isProtected.ShouldNotBeEmpty();
        _engine.State.Select(state => state.Urn).ShouldBe(isProtected, ignoreOrder: true);
    }

    private async Task UpAsync(EngineOptions options)
    {
        await _engine.BeginAsync();
        options = options with { Answer = (call, _) => _engine.AnswerAsync(options, call) };
        await using var server = await EngineServer.StartAsync(options);
        var run = await _program.RunAsync(server);
        run.ExitCode.ShouldBe(0, string.Join('\n', server.Errors) + run.Output);
        if (!options.DryRun)
        {
            await _engine.FinishAsync();
        }
    }
}
