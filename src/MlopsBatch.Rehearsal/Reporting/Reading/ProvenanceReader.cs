using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;

namespace MlopsBatch.Rehearsal.Reporting.Reading;

/// <summary>What was rehearsed.</summary>
internal static class ProvenanceReader
{
    public static ProvenanceReport Read(RehearsalOptions options, RehearsalData data, DateTimeOffset start) =>
        new(
            options.Commit,
            Hash(typeof(MlopsStack).Assembly.Location),
            ScriptFolder.Read(options.Scripts, options.Engine).Hash,
            Files(data.Files).Order(StringComparer.Ordinal).ToDictionary(file => file, file => Hash(data.PathOf(file))),
            new SortedDictionary<string, string>(data.Libraries.ToDictionary(), StringComparer.OrdinalIgnoreCase)
            {
                [".NET"] = RuntimeInformation.FrameworkDescription.Replace(".NET ", "", StringComparison.Ordinal),
            },
            start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        );

    private static IEnumerable<string> Files(RehearsalFiles files) =>
        new[]
        {
            files.Training,
            files.CleanBatch,
            files.CleanTruth,
            files.DriftedBatch,
            files.DriftedTruth,
            files.SubtleBatch,
            files.SubtleTruth,
        }.OfType<string>();

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
