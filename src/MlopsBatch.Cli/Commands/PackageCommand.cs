using System.CommandLine;
using MlopsBatch.Cli.Packaging;
using Spectre.Console;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops package</c>: the functions as zips that <c>pulumi up</c> deploys.</summary>
internal static class PackageCommand
{
    public static Command Create(CliContext context)
    {
        var folder = new Option<DirectoryInfo?>("--out")
        {
            Description = "Folder to write to; made if it does not exist. Default: artifacts/ in the project.",
        };
        var command = new Command(
            "package",
            "Compile both functions to native programs and zip them for Lambda. Linux only; the same source gives the same bytes."
        )
        {
            folder,
        };
        command.SetAction(
            (result, cancellation) =>
                RunAsync(
                    context,
                    result.GetValue(folder) ?? new DirectoryInfo(Path.Combine(context.ProjectRoot.FullName, "artifacts")),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, DirectoryInfo folder, CancellationToken cancellation)
    {
        try
        {
            var publisher = new NativePublisher(context);
            publisher.CheckMachine();
            var packager = new LambdaPackager(publisher);
            foreach (var function in LambdaFunction.All)
            {
                context.Error.WriteLine(
                    $"mlops: {function.Name}: compiling for Lambda ({NativePublisher.Architecture}, provided.al2023), a minute or two …"
                );
                var start = context.Time.GetTimestamp();
                var packaged = await packager.PackageAsync(
                    function,
                    folder,
                    part => context.Error.WriteLine($"mlops: {function.Name}: {part}"),
                    cancellation
                );
                context.Console.MarkupInterpolated(
                    $"[green]{packaged.Zip.FullName}[/]  {MiB(packaged.Zip.Length)} zipped, {MiB(packaged.BinaryBytes)} unpacked, "
                );
                context.Console.MarkupInterpolated(
                    $"{NativePublisher.Architecture}, needs glibc {packaged.GlibcVersion} (Lambda has {GlibcGuard.Newest}), "
                );
                context.Console.MarkupLineInterpolated($"{context.Time.GetElapsedTime(start).TotalSeconds:0} s");
                context.Console.MarkupLineInterpolated($"  [grey]sha256 {packaged.Sha256}[/]");
            }
            return 0;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"mlops: can't write to {folder.FullName}: {unwritable.Message} Choose another folder with --out.");
            return 1;
        }
    }

    private static string MiB(long bytes) => FormattableString.Invariant($"{bytes / 1048576.0:0.00} MiB");
}
