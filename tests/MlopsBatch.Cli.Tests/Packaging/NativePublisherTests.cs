using System.Runtime.InteropServices;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Cli.Packaging;

namespace MlopsBatch.Cli.Tests.Packaging;

public sealed class NativePublisherTests
{
    [Fact]
    public void A_machine_that_cannot_compile_for_Lambda_is_told_why_before_anything_is_compiled()
    {
        var context = CliContext.Create(TextWriter.Null, TextWriter.Null, redirected: true, name => name == "PATH" ? "/nowhere" : null);

        var text = Should.Throw<MachineException>(() => new NativePublisher(context).CheckMachine()).Message;

        text.ShouldContain(
            !OperatingSystem.IsLinux() ? "Linux container"
            : RuntimeInformation.OSArchitecture != Architecture.X64 ? "--platform linux/amd64"
            : "neither gcc nor clang is on the PATH. Install it with:"
        );
    }
}
