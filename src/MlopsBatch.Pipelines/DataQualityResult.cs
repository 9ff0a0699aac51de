using MlopsBatch.Pipelines.Definition.Steps;

namespace MlopsBatch.Pipelines;

/// <summary>A data quality step and what later steps need of it, whichever engine it has.</summary>
/// <param name="Step">The step.</param>
/// <param name="Calculated">What this data looks like.</param>
/// <param name="ForDriftCheck">What later data is to be compared with.</param>
internal sealed record DataQualityResult(Step Step, DataBaseline Calculated, DataBaseline ForDriftCheck);
