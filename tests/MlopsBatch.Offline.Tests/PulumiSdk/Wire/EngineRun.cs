using System.Text.Json.Nodes;
using MlopsBatch.EngineRecording;
using Pulumi;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Wire;

/// <summary>A program that ran on an engine over gRPC.</summary>
/// <param name="Engine">The engine, stopped by now; it keeps what it was told.</param>
/// <param name="ExitCode">The program's exit code.</param>
internal sealed record EngineRun(EngineServer Engine, int ExitCode)
{
    public const string Signature = "4dabf18193072939515e22adb298388d";
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static Task<EngineRun> OfAsync(ProcessEnvironment environment, Action program, EngineOptions? options = null) =>
        OfAsync(environment, _ => Deployment.RunAsync(program), options);

    public static async Task<EngineRun> OfAsync(
        ProcessEnvironment environment,
        Func<EngineServer, Task<int>> program,
        EngineOptions? options = null
    )
    {
        await using var engine = await EngineServer.StartAsync(options);
        var exitCode = -1;
        await environment.WithAsync(engine.Variables, async () => exitCode = await program(engine));
        return new(engine, exitCode);
    }

    /// <summary>The request of the one registration with this name.</summary>
    public string Request(string name) => Engine.Registration(name).Request.ToJsonString();

    /// <summary>One input of the registration.</summary>
    public string? Input(string name, string input) => Engine.Registration(name).Inputs[input]?.ToJsonString();

    /// <summary>JSON in the form that the requests are compared in.</summary>
    public static string Json(string text) => JsonNode.Parse(text)!.ToJsonString();

    public static Thing New(string name, CustomResourceOptions? options = null) => new(name, new ThingArgs { Text = name }, options);
}
