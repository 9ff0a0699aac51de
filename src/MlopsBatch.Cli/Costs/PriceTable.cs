using System.Text.Json;
using MlopsBatch.Cli.Machine;

namespace MlopsBatch.Cli.Costs;

/// <summary>What AWS asks, as somebody has read it: with its day and where it stands.</summary>
/// <param name="Currency">Of every price.</param>
/// <param name="AsOf">When the monthly prices were read: year, month or day.</param>
/// <param name="Regions">SageMaker's machines by region.</param>
/// <param name="Month">What there is costs by the month, whether it is used or not.</param>
internal sealed record PriceTable(string Currency, string AsOf, IReadOnlyDictionary<string, RegionPrices> Regions, MonthPrices Month)
{
    private const string Shipped = "MlopsBatch.Cli.Costs.prices.json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The project's own table, or the user's.</summary>
    /// <param name="file">A file of the same form; null takes the project's.</param>
    /// <exception cref="MachineException">The file can't be read or isn't of that form.</exception>
    public static PriceTable Read(FileInfo? file)
    {
        try
        {
            using var stream = file is null ? typeof(PriceTable).Assembly.GetManifestResourceStream(Shipped)! : file.OpenRead();
            return JsonSerializer.Deserialize<PriceTable>(stream, Strict)!;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException && file is not null)
        {
            throw new MachineException(
                $"--prices: \"{file!.FullName}\" can't be read as prices: {fault.Message} "
                    + "'./mlops cost --print-prices' prints a table to begin with."
            );
        }
    }

    /// <summary>The project's own table as it is written.</summary>
    public static string ShippedText()
    {
        using var reader = new StreamReader(typeof(PriceTable).Assembly.GetManifestResourceStream(Shipped)!);
        return reader.ReadToEnd();
    }

    /// <exception cref="MachineException">The table has no prices of the region.</exception>
    public RegionPrices Of(string region) =>
        Regions.TryGetValue(region, out var prices)
            ? prices
            : throw new MachineException(
                $"there are no prices of {region}, only of {string.Join(", ", Regions.Keys)}; give your own: "
                    + "'./mlops cost --print-prices >prices.json', add the region, then '--prices prices.json'."
            );
}
