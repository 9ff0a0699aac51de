namespace MlopsBatch.Cli.Machine;

/// <summary>
/// Finds a Python that can run the step scripts, and gets what it lacks: from Debian's packages when root, else into a
/// virtual environment of the project's own.
/// </summary>
internal sealed class Python(CliContext context)
{
    // The executable's path comes first: a job gets no PATH of the user's, so that 'python3' could be another one there.
    // Packages are looked up, not imported: importing scikit-learn takes longer than many a step.
    private const string Probe = """
        import sys
        from importlib.metadata import version
        from importlib.util import find_spec
        for name in ("numpy", "sklearn"):
            if not find_spec(name):
                sys.exit("No module named '%s'" % name)
        print(sys.executable)
        print("%d.%d.%d" % sys.version_info[:3], version("numpy"), version("scikit-learn"))
        """;

    /// <summary>What a Python was found to have.</summary>
    /// <param name="Command">The program to start.</param>
    /// <param name="Version">Its version, or null if it can't be started.</param>
    /// <param name="IsReady">Whether it has every package that the step scripts import.</param>
    /// <param name="Detail">Versions, or what is missing.</param>
    public sealed record Found(string Command, string? Version, bool IsReady, string Detail);

    private string VirtualEnvironment => Path.Combine(context.ProjectRoot.FullName, ".venv");

    /// <summary>The command that mends a Python without scikit-learn, fit for this machine.</summary>
    public string InstallCommand =>
        File.Exists("/usr/bin/apt-get")
            ? "sudo apt-get install -y python3-sklearn"
            : $"python3 -m venv {VirtualEnvironment} && {Path.Combine(VirtualEnvironment, "bin", "pip")} install 'scikit-learn>=1.2'";

    /// <summary>The first Python that is ready; else the first that exists.</summary>
    public async Task<Found> FindAsync(CancellationToken cancellation)
    {
        Found? first = null;
        foreach (var candidate in Candidates())
        {
            var found = await InspectAsync(candidate, cancellation);
            if (found.IsReady)
            {
                return found;
            }

            if (found.Version is not null)
            {
                first ??= found;
            }
        }

        return first ?? new("python3", null, false, "no Python 3 on this machine");
    }

    /// <summary>Finds a ready Python, installing what is missing.</summary>
    /// <exception cref="MachineException">Nothing could be installed; the message holds the command to run by hand.</exception>
    public async Task<string> EnsureAsync(CancellationToken cancellation)
    {
        var found = await FindAsync(cancellation);
        if (found.IsReady)
        {
            return found.Command;
        }

        context.Error.WriteLine($"mlops: Python for the step scripts: {found.Detail}; installing …");
        var log = new List<string>();
        if (File.Exists("/usr/bin/apt-get") && Environment.IsPrivilegedProcess)
        {
            await RunAsync("apt-get", ["update", "-qq"]);
            await RunAsync("apt-get", ["install", "-y", "-qq", "python3-sklearn"]);
        }

        if (!(found = await FindAsync(cancellation)).IsReady && found.Version is not null)
        {
            await RunAsync(found.Command, ["-m", "venv", VirtualEnvironment]);
            await RunAsync(Path.Combine(VirtualEnvironment, "bin", "pip"), ["install", "--quiet", "scikit-learn>=1.2"]);
            found = await FindAsync(cancellation);
        }

        if (found.IsReady)
        {
            context.Error.WriteLine($"mlops: using {found.Command} ({found.Detail})");
            return found.Command;
        }

        throw new MachineException(
            $"The step scripts need Python 3.9 or newer with scikit-learn 1.2 or newer, and {found.Detail}. Install it "
                + $"with\n  {InstallCommand}\n"
                + (log.Count == 0 ? "" : "What was tried ended with:\n  " + string.Join("\n  ", log.TakeLast(5)))
        );

        Task<int> RunAsync(string program, string[] arguments) =>
            CommandRunner.RunAsync(program, arguments, context.ProjectRoot, log.Add, cancellation, ("DEBIAN_FRONTEND", "noninteractive"));
    }

    private IEnumerable<string> Candidates()
    {
        if (context.Environment("MLOPS_PYTHON") is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        var own = Path.Combine(VirtualEnvironment, OperatingSystem.IsWindows() ? @"Scripts\python.exe" : "bin/python");
        if (File.Exists(own))
        {
            yield return own;
        }

        yield return "python3";
        if (File.Exists("/usr/bin/python3"))
        {
            yield return "/usr/bin/python3";
        }

        if (OperatingSystem.IsWindows())
        {
            yield return "python";
        }
    }

    /// <summary>Looks without the user's own site folder (<c>-s</c>): jobs have a home of their own and don't see it.</summary>
    private async Task<Found> InspectAsync(string candidate, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var code = await CommandRunner.RunAsync(candidate, ["-s", "-c", Probe], context.ProjectRoot, lines.Add, cancellation);
        if (code == 0 && lines is [.., var executable, var versions] && versions.Split(' ') is [var python, var numpy, var sklearn])
        {
            return new(executable, python, true, $"Python {python}, numpy {numpy}, scikit-learn {sklearn} ({executable})");
        }

        if (code == CommandRunner.NotFound)
        {
            return new(candidate, null, false, $"'{candidate}' can't be started");
        }

        return new(candidate, "3", false, $"'{candidate}' has no scikit-learn ({lines.LastOrDefault() ?? $"exit code {code}"})");
    }
}
