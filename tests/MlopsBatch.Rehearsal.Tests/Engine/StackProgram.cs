using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.EngineRecording;
using MlopsBatch.Files;

namespace MlopsBatch.Rehearsal.Tests.Engine;

/// <summary>The stack program as it is deployed: a process of its own, a project folder with packaged functions, an engine.</summary>
internal sealed class StackProgram : IDisposable
{
    public const string Single = "docs/examples/Pulumi.single.yaml";

    private static readonly DirectoryInfo Project = new(TestOptions.ProjectRoot());

    /// <summary>The program in its own output folder, built in the tests' configuration: without ours beside it.</summary>
    private static readonly string Assembly = Path.Combine(
        Project.FullName,
        "artifacts/bin/MlopsBatch",
        new DirectoryInfo(AppContext.BaseDirectory).Name,
        "MlopsBatch.dll"
    );

    private readonly TestFolder _folder = new();

    public StackProgram()
    {
        File.Copy(Path.Combine(Project.FullName, "Pulumi.yaml"), Path.Combine(Root, "Pulumi.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "scripts"), Path.Combine(Project.FullName, "scripts"));
        Directory.CreateDirectory(Path.Combine(Root, "artifacts"));
        foreach (var function in new[] { "notifications", "approval-deploy" })
        {
            File.WriteAllText(Path.Combine(Root, "artifacts", $"{function}.zip"), function);
        }
    }

    public string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>The engine's options for a stack's file.</summary>
    public EngineOptions Options(string stack, Action<JsonObject>? change = null)
    {
        var file = StackFile.Read(Project, stack);
        var settings = (JsonObject)JsonNode.Parse(file.Settings!)!;
        settings["allowOfflinePackages"] = true;
        change?.Invoke(settings);
        return new()
        {
            Project = "mlops-batch",
            Stack = file.Stack,
            RootDirectory = Root,
            Config = new Dictionary<string, string>
            {
                ["aws:region"] = file.Region,
                ["mlops-batch:settings"] = settings.ToJsonString(),
            },
        };
    }

    /// <summary>The same stack for evaluation without an engine.</summary>
    public StackContext Context(EngineOptions options)
    {
        var region = options.Config["aws:region"];
        return new()
        {
            Stack = options.Stack,
            Region = region,
            Settings = SettingsReader.Read(options.Config["mlops-batch:settings"], new StackFacts(options.Stack, region, null)),
            Files = new ProjectFiles(new DirectoryInfo(Root)),
            Commit = "unknown",
            Repository = "unknown",
        };
    }

    /// <summary>Runs it; no version is approved, and nobody is asked.</summary>
    public async Task<ProgramRun> RunAsync(EngineServer server)
    {
        var versions = Path.Combine(Root, "versions.json");
        var none = new JsonObject { ["abalone"] = null, ["wine"] = null };
        File.WriteAllText(versions, new JsonObject { [server.Options.Stack] = none }.ToJsonString());
        return await RunAsync(server, new() { ["MLOPS_APPROVED_MODELS"] = versions });
    }

    /// <summary>Runs it without credentials and without a way to AWS.</summary>
    public Task<ProgramRun> RunAsync(EngineServer server, Dictionary<string, string?> variables) =>
        ProgramRun.OfAsync(
            server,
            Assembly,
            new Dictionary<string, string?>(variables)
            {
                ["HOME"] = Root,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_ACCESS_KEY_ID"] = null,
                ["AWS_PROFILE"] = null,
                ["CI_COMMIT_SHA"] = null,
                ["CI_PROJECT_URL"] = null,
                ["CI_PIPELINE_ID"] = null,
                ["MLOPS_COMMIT"] = null,
                ["MLOPS_REPOSITORY"] = null,
                ["MLOPS_RUN_ID"] = null,
            }
        );
}
