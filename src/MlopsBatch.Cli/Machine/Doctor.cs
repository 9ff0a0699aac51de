namespace MlopsBatch.Cli.Machine;

/// <summary>Looks at the machine.</summary>
internal static class Doctor
{
    public static async Task<IReadOnlyList<DoctorRow>> ExamineAsync(CliContext context, CancellationToken cancellation)
    {
        var python = new Python(context);
        var found = await python.FindAsync(cancellation);
        return
        [
            await ProgramAsync(
                ".NET SDK",
                "dotnet",
                ["--version"],
                needed: true,
                "everything",
                "https://dotnet.microsoft.com/download (version 10)"
            ),
            new(
                "Python packages",
                true,
                found.IsReady,
                found.Detail,
                "the step scripts in the rehearsal and in the tests",
                python.InstallCommand
            ),
            await ProgramAsync(
                "git",
                "git",
                ["--version"],
                needed: false,
                "the lineage of registered models (commit, repository)",
                Apt("git")
            ),
            await ProgramAsync(
                "C linker",
                "gcc",
                ["-dumpfullversion"],
                needed: false,
                "native Lambdas (mlops package)",
                Apt("gcc zlib1g-dev")
            ),
            await ProgramAsync(
                "Pulumi CLI",
                "pulumi",
                ["version"],
                needed: false,
                "deploying to AWS (pulumi up)",
                "https://www.pulumi.com/docs/install/"
            ),
            Writable(context.ProjectRoot),
        ];

        async Task<DoctorRow> ProgramAsync(string name, string program, string[] arguments, bool needed, string usedFor, string mend)
        {
            var lines = new List<string>();
            var code = await CommandRunner.RunAsync(program, arguments, context.ProjectRoot, lines.Add, cancellation);
            var there = code == 0 && lines.Count > 0;
            return new(
                name,
                needed,
                there,
                there ? lines[0]
                    : code == CommandRunner.NotFound ? $"'{program}' is not on the PATH"
                    : $"'{program}' ended with exit code {code}",
                usedFor,
                mend
            );
        }
    }

    private static string Apt(string packages) =>
        File.Exists("/usr/bin/apt-get") ? $"sudo apt-get install -y {packages}" : $"your system's packages {packages}";

    private static DoctorRow Writable(DirectoryInfo root)
    {
        var free = new DriveInfo(root.FullName).AvailableFreeSpace;
        const long Needed = 1L << 30;
        return new(
            "free disk",
            true,
            free >= Needed,
            $"{free / (double)(1 << 30):0.0} GiB in {root.FullName}",
            "the build and the rehearsal's objects (1 GiB)",
            "remove what you don't need, or clone onto another disk"
        );
    }
}
