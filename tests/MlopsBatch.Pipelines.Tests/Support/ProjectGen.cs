using CsCheck;
using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Tests.Support;

/// <summary>Sound projects of every sort.</summary>
internal static class ProjectGen
{
    public static readonly Gen<string> Word = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"], 1, 12];

    private static readonly Gen<InstancePool> Pool =
        from type in Const(
            "ml.m5.large",
            "ml.m5d.large",
            "ml.c6i.xlarge",
            "ml.g4dn.xlarge",
            "ml.g5.xlarge",
            "ml.p3dn.24xlarge",
            "ml.r7i.large"
        )
        from count in Gen.Int[1, 100]
        from volume in Gen.Int[1, 16384]
        select new InstancePool
        {
            Type = type,
            Count = count,
            VolumeSizeInGB = volume,
        };

    private static readonly Gen<InstanceOptions> Instances =
        from processing in Pool
        from training in Pool
        from transform in Pool
        from monitoring in Pool
        select new InstanceOptions
        {
            Processing = processing,
            Training = training,
            Transform = transform,
            Monitoring = monitoring,
        };

    private static readonly Gen<HpoRange> Range = Gen.OneOf(
        (
            from min in Gen.Int[1, 50]
            from width in Gen.Int[1, 50]
            from log in Gen.Bool
            select (HpoRange)new HpoRange.Integer(min, min + width) { Logarithmic = log }
        ),
        (
            from min in Gen.Double[0.001, 1]
            from width in Gen.Double[0.001, 1]
            from log in Gen.Bool
            select (HpoRange)new HpoRange.Continuous(min, min + width) { Logarithmic = log }
        ),
        Word.HashSet[1, 5].Select(values => (HpoRange)new HpoRange.Categorical([.. values]))
    );

    private static readonly Gen<HpoOptions> Hpo =
        from ranges in Gen.Dictionary(Word, Range)[1, 5]
        from jobs in Gen.Int[1, 100]
        from parallel in Gen.Int[1, jobs]
        from strategy in Const(HpoStrategy.Bayesian, HpoStrategy.Random)
        select new HpoOptions
        {
            Ranges = ranges,
            MaxJobs = jobs,
            MaxParallel = parallel,
            Strategy = strategy,
        };

    private static readonly Gen<DataFormat> Data =
        from target in Const("last", "first", "3", "rings")
        from header in Gen.Bool
        from id in Const<string?>(null, "id", "7")
        select new DataFormat
        {
            Target = target,
            Header = header,
            RecordId = id,
        };

    public static readonly Gen<ModelProject> Project =
        from name in Word
        from prefix in Gen.OneOf(Gen.Const(""), Word)
        from region in Const([.. ImageUris.ModelMonitorRegions])
        from version in Const([.. ImageUris.FrameworkVersions])
        from metric in Const([.. Metric.All])
        from threshold in Gen.Double[-1e6, 1e6]
        from hyperparameters in Gen.Dictionary(Word, Gen.String[Gen.Char.AlphaNumeric, 0, 20])[0, 5]
        from tags in Gen.Dictionary(Word, Word)[0, 5]
        from instances in Instances
        from hpo in Hpo
        from data in Data
        from engine in Gen.Enum<DataQualityEngine>()
        from seed in Gen.Int[0, int.MaxValue]
        select SampleProject.Project with
        {
            Name = name,
            BucketPrefix = prefix,
            Region = region,
            FrameworkVersion = version,
            Metric = metric,
            MetricThreshold = threshold,
            Hyperparameters = hyperparameters,
            Tags = tags,
            Instances = instances,
            Hpo = hpo,
            Data = data,
            DataQualityEngine = engine,
            Seed = seed,
        };

    private static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
