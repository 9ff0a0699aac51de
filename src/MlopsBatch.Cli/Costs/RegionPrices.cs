namespace MlopsBatch.Cli.Costs;

/// <summary>SageMaker's machines in a region.</summary>
/// <param name="AsOf">When the prices were read: year, month or day.</param>
/// <param name="Source">Where they stand.</param>
/// <param name="InstanceHour">On-demand price of an hour by instance type; jobs are billed by the second.</param>
internal sealed record RegionPrices(string AsOf, string Source, IReadOnlyDictionary<string, double> InstanceHour);
