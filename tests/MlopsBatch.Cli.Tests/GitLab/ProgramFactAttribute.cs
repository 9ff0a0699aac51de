namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>A test that needs a program which a machine may lack; without it the test is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">Its name on the PATH.</param>
    /// <param name="install">What installs it; left out, Debian has a package of its name.</param>
    public ProgramFactAttribute(string program, string? install = null)
    {
        Program = program;
        Skip = IsThere(program) ? null : $"{program} is not installed ({install ?? $"apt-get install {program}"}).";
    }

    public string Program { get; }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
