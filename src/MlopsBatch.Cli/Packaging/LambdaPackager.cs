using System.Security.Cryptography;

namespace MlopsBatch.Cli.Packaging;

/// <summary>Compiles a function, checks that it will start in Lambda, and zips it.</summary>
internal sealed class LambdaPackager(NativePublisher publisher)
{
    /// <param name="function">What to package.</param>
    /// <param name="folder">Where the zip goes; made if it isn't there.</param>
    /// <param name="onProgress">Called with each part that is done or begun.</param>
    /// <param name="cancellation">Stops the compilation.</param>
    /// <exception cref="Machine.MachineException">It can't be compiled here, or wouldn't start in Lambda.</exception>
    public async Task<PackagedFunction> PackageAsync(
        LambdaFunction function,
        DirectoryInfo folder,
        Action<string> onProgress,
        CancellationToken cancellation
    )
    {
        var program = await publisher.PublishAsync(function, onProgress, cancellation);
        var glibc = GlibcGuard.Check(function.Name, program);
        var zip = BootstrapZip.Of(program);
        folder.Create();
        var file = new FileInfo(Path.Combine(folder.FullName, function.ZipName));
        await File.WriteAllBytesAsync(file.FullName, zip, cancellation);
        return new(file, program.Length, glibc, Convert.ToHexStringLower(SHA256.HashData(zip)));
    }
}
