namespace MlopsBatch.Cli.Costs;

/// <summary>What costs by the month.</summary>
/// <param name="Source">Where the prices stand.</param>
/// <param name="Key">A KMS key.</param>
/// <param name="Alarm">A CloudWatch alarm on one metric.</param>
/// <param name="Dashboard">A CloudWatch dashboard.</param>
/// <param name="Secret">A secret of Secrets Manager.</param>
internal sealed record MonthPrices(string Source, double Key, double Alarm, double Dashboard, double Secret);
