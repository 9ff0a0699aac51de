using System.Text.RegularExpressions;
using MlopsBatch.Cli.Machine;

namespace MlopsBatch.Cli.Packaging;

/// <summary>Says why a native compilation failed, and how to mend what a machine often lacks.</summary>
internal static partial class PublishFailure
{
    public static string NoLinker =>
        "Native AOT needs a C linker, and neither gcc nor clang is on the PATH. Install it with: "
        + $"{Install("gcc zlib1g-dev", "gcc zlib-devel")}";

    public static string Explain(string name, int exitCode, IReadOnlyList<string> log, string logFile)
    {
        var text = string.Join('\n', log);
        if (exitCode == CommandRunner.NotFound)
        {
            return "The .NET 10 SDK is missing ('dotnet' is not on the PATH). Install it: https://dotnet.microsoft.com/download";
        }

        if (text.Contains("Platform linker", StringComparison.Ordinal) || text.Contains("unable to exec", StringComparison.Ordinal))
        {
            return NoLinker;
        }

        if (MissingLibrary().Match(text) is { Success: true } library)
        {
            var (debian, redHat) = library.Groups["name"].Value switch
            {
                "z" => ("zlib1g-dev", "zlib-devel"),
                "ssl" or "crypto" => ("libssl-dev", "openssl-devel"),
                "gssapi_krb5" => ("libkrb5-dev", "krb5-devel"),
                _ => ("libc6-dev", "glibc-devel"),
            };
            return $"{name}: the linker doesn't find the library '{library.Groups["name"].Value}'. Install it with: "
                + $"{Install(debian, redHat)}";
        }
        if (text.Contains("crt1.o", StringComparison.Ordinal))
        {
            return $"{name}: the linker doesn't find the C library's start files. Install them with: {Install("libc6-dev", "glibc-devel")}";
        }

        if (MissingPackage().Match(text) is { Success: true } package)
        {
            return $"{name}: the registry doesn't serve {package.Groups["name"].Value}, which Native AOT needs. Add a NuGet "
                + "source that has it (dotnet nuget add source …).";
        }

        var errors = log.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Select(line => line.Trim())
            .Distinct()
            .Take(10)
            .ToList();
        return $"{name}: dotnet publish ended with exit code {exitCode}:\n  "
            + $"{string.Join("\n  ", errors.Count > 0 ? errors : log.TakeLast(10))}\nThe whole log: {logFile}";
    }

    private static string Install(string debian, string redHat) =>
        File.Exists("/usr/bin/apt-get") ? $"sudo apt-get install -y {debian}"
        : File.Exists("/usr/bin/dnf") ? $"sudo dnf install -y {redHat}"
        : $"your system's packages {debian} (as Debian calls them)";

    [GeneratedRegex(@"cannot find -l(?<name>[\w+]+)|unable to find library -l(?<name>[\w+]+)")]
    private static partial Regex MissingLibrary();

    [GeneratedRegex(
        @"NU110[0-3].*?(?<name>runtime\.[\w.\-]*ILCompiler|Microsoft\.DotNet\.ILCompiler|Microsoft\.NET\.ILLink\.Tasks)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MissingPackage();
}
