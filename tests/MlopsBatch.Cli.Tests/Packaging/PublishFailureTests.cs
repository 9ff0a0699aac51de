using MlopsBatch.Cli.Packaging;

namespace MlopsBatch.Cli.Tests.Packaging;

public sealed class PublishFailureTests
{
    [Theory]
    [InlineData(1, "error : Platform linker ('clang' or 'gcc') not found in PATH. Try installing…", "C linker", "gcc")]
    [InlineData(1, "/usr/bin/ld: cannot find -lz: No such file or directory", "library 'z'", "zlib")]
    [InlineData(1, "ld.lld: error: unable to find library -lssl", "library 'ssl'", "ssl")]
    [InlineData(1, "/usr/bin/ld: cannot find crt1.o: No such file or directory", "start files", "libc")]
    [InlineData(
        1,
        "error NU1101: Unable to find package runtime.linux-x64.Microsoft.DotNet.ILCompiler. No packages exist",
        "doesn't serve runtime.linux-x64.Microsoft.DotNet.ILCompiler",
        "dotnet nuget add source"
    )]
    [InlineData(127, "", ".NET 10 SDK is missing", "https://dotnet.microsoft.com/download")]
    public void What_machines_often_lack_is_named_with_its_mend(int code, string line, string cause, string mend)
    {
        var text = PublishFailure.Explain("notifications", code, ["Determining projects to restore...", line], "/tmp/notifications.log");

        text.ShouldContain(cause);
        text.ShouldContain(mend);
    }

    [Fact]
    public void Anything_else_shows_the_errors_once_and_the_log() =>
        PublishFailure
            .Explain(
                "notifications",
                1,
                ["restored", "A.cs(1,1): error CS0103: nothing", "A.cs(1,1): error CS0103: nothing", "Time elapsed"],
                "/tmp/n.log"
            )
            .ShouldBe(
                "notifications: dotnet publish ended with exit code 1:\n  A.cs(1,1): error CS0103: nothing\nThe whole log: /tmp/n.log"
            );
}
