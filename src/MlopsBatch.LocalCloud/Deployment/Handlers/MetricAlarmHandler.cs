using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.CloudWatch;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Alarms on one metric.</summary>
internal sealed class MetricAlarmHandler()
    : ResourceHandler(
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        ["name", "namespace", "metricName", "statistic", "period", "evaluationPeriods", "comparisonOperator", "threshold"],
        ["dimensions", "treatMissingData", "actionsEnabled", "alarmActions", "okActions", "alarmDescription"],
        replacing: ["name"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(inputs.Text("name")!, Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) => account.CloudWatch.DeleteAlarm(state.Id);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var dimensions = inputs.Map("dimensions").ToImmutableSortedDictionary(StringComparer.Ordinal);
        var name = inputs.Text("name")!;
        account.CloudWatch.PutMetricAlarm(
            new MetricAlarm
            {
                Name = name,
                Description = inputs.Text("alarmDescription"),
                Metric = new CloudWatchMetric(inputs.Text("namespace")!, inputs.Text("metricName")!, dimensions),
                Statistic = inputs.Text("statistic")!,
                Period = TimeSpan.FromSeconds(inputs.Integer("period")!.Value),
                EvaluationPeriods = inputs.Integer("evaluationPeriods")!.Value,
                Comparison = inputs.Text("comparisonOperator")!,
                Threshold = double.Parse(inputs.Text("threshold")!, System.Globalization.CultureInfo.InvariantCulture),
                TreatMissingData = inputs.Text("treatMissingData") ?? "missing",
                ActionsEnabled = inputs["actionsEnabled"] is null || inputs.Flag("actionsEnabled"),
                AlarmActions = [.. inputs.Texts("alarmActions")],
                OkActions = [.. inputs.Texts("okActions")],
            }
        );
        return new JsonObject { ["arn"] = account.CloudWatch.ArnOf(name) };
    }
}
