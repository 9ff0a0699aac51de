using MlopsBatch.Cli.Machine;

namespace MlopsBatch.Cli.Packaging;

/// <summary>A program linked on a newer system may need a newer glibc than Lambda has, and would then not start there.</summary>
internal static class GlibcGuard
{
    /// <summary>Amazon Linux 2023, and so <c>provided.al2023</c>, has glibc 2.34
    /// (https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html).</summary>
    public static readonly Version Newest = new(2, 34);

    private const string Prefix = "GLIBC_";

    /// <returns>The newest glibc that the program needs; 0.0 for a static one.</returns>
    /// <exception cref="MachineException">It is newer than Lambda's.</exception>
    public static Version Check(string name, byte[] program)
    {
        var needed = ElfFile
            .NeededVersions(program)
            .Where(version => version.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(version =>
                Version.TryParse(version[Prefix.Length..], out var parsed)
                    ? parsed
                    : throw new MachineException(
                        $"{name}: its bootstrap needs '{version}' of glibc, which is no public version: build it on a stable system."
                    )
            )
            .DefaultIfEmpty(new Version(0, 0))
            .Max()!;
        return needed <= Newest
            ? needed
            : throw new MachineException(
                $"{name}: its bootstrap needs glibc {needed}, Lambda's provided.al2023 has {Newest}: it would not start there. "
                    + "Build on a system whose glibc is not newer: Amazon Linux 2023, RHEL 9 or Debian 12, for instance in a container."
            );
    }
}
