using System.Runtime.InteropServices;
using MlopsBatch.Cli.Machine;

namespace MlopsBatch.Cli.Packaging;

/// <summary>Compiles a function to a native program with <c>dotnet publish</c>; how is said in eng/NativeLambda.props.</summary>
internal sealed class NativePublisher(CliContext context)
{
    /// <summary>What the stack's functions run on, as Lambda calls it.</summary>
    public const string Architecture = "x86_64";

    private const string Target = "linux-x64";

    private DirectoryInfo Root => context.ProjectRoot;

    // Apart from the everyday build: other switches, so other intermediate files.
    private string Artifacts => Path.Combine(Root.FullName, "artifacts", "package");

    /// <exception cref="MachineException">This machine can't compile for Lambda.</exception>
    public void CheckMachine()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new MachineException(
                "Native AOT can't compile for another operating system, and Lambda runs Linux: package in a Linux "
                    + "container, in WSL or in CI."
            );
        }

        if (RuntimeInformation.OSArchitecture is not System.Runtime.InteropServices.Architecture.X64)
        {
            throw new MachineException(
                $"The functions run on {Architecture} and this machine is {RuntimeInformation.OSArchitecture}: package on "
                    + $"an {Architecture} machine, in CI, or in a container with '--platform linux/amd64'."
            );
        }

        if (!OnPath("clang") && !OnPath("gcc"))
        {
            throw new MachineException(PublishFailure.NoLinker);
        }
    }

    /// <param name="function">What to compile.</param>
    /// <param name="onProgress">Called with each part that is done or begun.</param>
    /// <param name="cancellation">Stops the compilation.</param>
    /// <returns>The program.</returns>
    /// <exception cref="MachineException">The compilation failed; the message says why and how to mend it.</exception>
    public async Task<byte[]> PublishAsync(LambdaFunction function, Action<string> onProgress, CancellationToken cancellation)
    {
        var log = new List<string>();
        var code = await CommandRunner.RunAsync("dotnet", Arguments(function), Root, Hear, cancellation, ("DOTNET_CLI_UI_LANGUAGE", "en"));
        var program = Path.Combine(Artifacts, "publish", function.Project, $"release_{Target}", function.Project);
        if (code == 0 && File.Exists(program))
        {
            return await File.ReadAllBytesAsync(program, cancellation);
        }

        var logFile = Path.Combine(Artifacts, $"{function.Name}.log");
        Directory.CreateDirectory(Artifacts);
        await File.WriteAllLinesAsync(logFile, log, cancellation);
        throw new MachineException(PublishFailure.Explain(function.Name, code, log, logFile));

        void Hear(string line)
        {
            log.Add(line);
            if (line.Split(" -> ") is [var project, var file] && file.EndsWith(".dll", StringComparison.Ordinal))
            {
                onProgress($"built {project.Trim()}");
            }
            else if (line.Contains("Generating native code", StringComparison.Ordinal))
            {
                onProgress("generating native code; this takes longest");
            }
        }
    }

    private string[] Arguments(LambdaFunction function) =>
        [
            "publish",
            Path.Combine("src", function.Project),
            "--configuration",
            "Release",
            "--runtime",
            Target,
            "--artifacts-path",
            Artifacts,
            "--nologo",
            // The same bytes in any folder and at any commit that doesn't change the source.
            $"-p:PathMap={Root.FullName}=/src",
            "-p:IncludeSourceRevisionInInformationalVersion=false",
            "-p:DebugType=none",
        ];

    private bool OnPath(string program) =>
        (context.Environment("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
