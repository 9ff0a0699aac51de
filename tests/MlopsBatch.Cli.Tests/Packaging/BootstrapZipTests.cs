using System.IO.Compression;
using MlopsBatch.Cli.Packaging;

namespace MlopsBatch.Cli.Tests.Packaging;

public sealed class BootstrapZipTests
{
    private static readonly byte[] Program = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i))];

    [Fact]
    public void It_holds_one_executable_bootstrap()
    {
        using var zip = new ZipArchive(new MemoryStream(BootstrapZip.Of(Program)));

        var entry = zip.Entries.ShouldHaveSingleItem();
        entry.FullName.ShouldBe("bootstrap");
        (entry.ExternalAttributes >>> 16).ShouldBe(Convert.ToInt32("100755", 8));
        using var content = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        content.ToArray().ShouldBe(Program);
    }

    [Fact]
    public void The_same_program_gives_the_same_bytes_at_any_time()
    {
        var zip = BootstrapZip.Of(Program);

        BootstrapZip.Of([.. Program]).ShouldBe(zip);
        new ZipArchive(new MemoryStream(zip)).Entries[0].LastWriteTime.DateTime.ShouldBe(new DateTime(1980, 1, 1));
    }
}
