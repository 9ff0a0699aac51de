using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Costs;

/// <summary>What a stack costs a month, and a run of each pipeline: counted from what it declares.</summary>
/// <param name="Fixed">What costs whether anything runs or not.</param>
/// <param name="Runs">The pipelines.</param>
internal sealed record CostEstimate(IReadOnlyList<CostLine> Fixed, IReadOnlyList<RunCost> Runs)
{
    private const int Days = 30,
        Daily = 30;

    /// <summary>What is left out, for people.</summary>
    public static IReadOnlyList<string> NotCounted { get; } =
    [
        "S3 storage and requests, KMS requests, CloudWatch Logs and metrics, data transfer: they grow with your data",
        "the jobs' volumes (a 30 GB volume for five minutes costs less than a tenth of a cent)",
        "NAT gateways or VPC endpoints of your network; GitLab and its runners",
        "Lambda, EventBridge, SNS, SQS: cents at this number of events",
        "taxes, discounts, savings plans and free tiers; keys that the stack is given; the second and third version of a rotated key",
    ];

    public double Month => Fixed.Sum(line => line.Month) + Runs.Sum(run => run.Month);

    /// <summary>Machines whose type has no price; where there are some, the sums are too low.</summary>
    public IReadOnlyList<string> WithoutPrice => [.. Runs.SelectMany(run => run.WithoutPrice).Distinct().Order(StringComparer.Ordinal)];

    public static CostEstimate Of(
        DeclaredStack stack,
        IReadOnlyList<StackModel> models,
        RegionPrices region,
        MonthPrices month,
        CostAssumptions assumed,
        DateTimeOffset now
    )
    {
        CostLine[] lines =
        [
            new("KMS keys", Count(ResourceTypes.Key), month.Key),
            new("CloudWatch alarms", Count(ResourceTypes.Alarm), month.Alarm),
            new("CloudWatch dashboards", Count(ResourceTypes.Dashboard), month.Dashboard),
            new("secrets", Count(ResourceTypes.Secret), month.Secret),
        ];
        return new(
            [.. lines.Where(line => line.Count > 0)],
            [.. stack.Pipelines.Select(pipeline => Run(pipeline, stack, models, region, assumed, now))]
        );

        int Count(string type) => stack.OfType(type).Count();
    }

    private static RunCost Run(
        DeclaredPipeline pipeline,
        DeclaredStack stack,
        IReadOnlyList<StackModel> models,
        RegionPrices region,
        CostAssumptions assumed,
        DateTimeOffset now
    )
    {
        var machines = JobMachines.Of(pipeline).ToList();
        var hours = assumed.Minutes / 60;
        var (runs, why) = Frequency(pipeline, stack, models, assumed, now);
        return new(
            pipeline.Name,
            machines.Sum(one => one.Jobs),
            [.. machines.Select(one => one.Type).Distinct()],
            machines.Sum(one => one.Jobs * one.Count * hours * region.InstanceHour.GetValueOrDefault(one.Type)),
            runs,
            why,
            [.. machines.Select(one => one.Type).Distinct().Where(type => !region.InstanceHour.ContainsKey(type))]
        );
    }

    private static (int Runs, string Why) Frequency(
        DeclaredPipeline pipeline,
        DeclaredStack stack,
        IReadOnlyList<StackModel> models,
        CostAssumptions assumed,
        DateTimeOffset now
    )
    {
        var kind = models.Select(model => model.Pipelines.KindOf(pipeline.Name)).First(found => found is not null);
        if (kind == PipelineKind.TrainingWithHpo)
        {
            return (assumed.Tunings, "--tunings");
        }

        var (given, option, otherwise) =
            kind == PipelineKind.Training ? (assumed.Trainings, "--trainings", 1) : (assumed.Batches, "--batches", Daily);
        if (given is { } number)
        {
            return (number, option);
        }

        var schedules = stack.Schedules.Where(one => one.IsEnabled && stack.PipelineOf(one.Target.Arn)?.Name == pipeline.Name);
        var firings = schedules.Sum(one => Firings(one, now));
        return firings > 0 ? (firings, "its schedule") : (otherwise, $"assumed; {option} says otherwise");
    }

    private static int Firings(DeclaredSchedule schedule, DateTimeOffset now)
    {
        var expression = ScheduleExpression.Parse(schedule.Expression, schedule.TimeZone ?? "UTC");
        var count = 0;
        for (var next = expression.Next(now); next is { } at && at <= now.AddDays(Days); next = expression.Next(at))
        {
            count++;
        }

        return count;
    }
}
