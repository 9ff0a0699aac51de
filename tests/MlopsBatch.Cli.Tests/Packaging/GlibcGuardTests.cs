using CsCheck;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Cli.Packaging;

namespace MlopsBatch.Cli.Tests.Packaging;

public sealed class GlibcGuardTests
{
    [Fact]
    public void The_newest_of_all_libraries_counts() =>
        GlibcGuard
            .Check("notifications", ElfProgram.Needing(["GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.9"], ["GCC_3.0", "GLIBC_2.17"]))
            .ShouldBe(new Version(2, 34));

    [Fact]
    public void A_static_program_needs_none() => GlibcGuard.Check("notifications", ElfProgram.Needing()).ShouldBe(new Version(0, 0));

    [Fact]
    public void A_newer_one_than_Lambdas_is_refused_with_the_mend() =>
        Should
            .Throw<MachineException>(() => GlibcGuard.Check("notifications", ElfProgram.Needing(["GLIBC_2.34", "GLIBC_2.38"])))
            .Message.ShouldBe(
                "notifications: its bootstrap needs glibc 2.38, Lambda's provided.al2023 has 2.34: it would not start there. "
                    + "Build on a system whose glibc is not newer: Amazon Linux 2023, RHEL 9 or Debian 12, for instance in a container."
            );

    [Fact]
    public void A_private_interface_of_glibc_is_refused() =>
        Should
            .Throw<MachineException>(() => GlibcGuard.Check("notifications", ElfProgram.Needing(["GLIBC_PRIVATE"])))
            .Message.ShouldContain("GLIBC_PRIVATE");

    [Fact]
    public void The_version_of_a_real_program_is_read()
    {
        if (OperatingSystem.IsLinux())
        {
            Versions(Environment.ProcessPath!).ShouldContain(version => version.StartsWith("GLIBC_2."));
        }
    }

    [Fact]
    public void Whatever_the_file_is_the_guard_reads_it_or_says_that_it_cannot() =>
        Gen
            .Byte.Array[0, 400]
            .Select(Gen.Bool)
            .Sample(
                (noise, broken) =>
                {
                    var file = broken ? [.. ElfProgram.Needing(["GLIBC_2.34"])[..64], .. noise] : noise;
                    try
                    {
                        ElfFile.NeededVersions(file);
                    }
                    catch (InvalidDataException error)
                    {
                        error.Message.ShouldNotBeEmpty();
                    }
                }
            );

    private static IReadOnlyList<string> Versions(string path) => ElfFile.NeededVersions(File.ReadAllBytes(path));
}
