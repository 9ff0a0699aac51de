using System.Text.Json;
using MlopsBatch.Configuration;
using MlopsBatch.Events.Functions;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace MlopsBatch.Platform.Observability;

/// <summary>The dashboard: pipelines, drift, mails, deployments, and what is stuck.</summary>
internal sealed class Overview
{
    private const int Width = 12;
    private const int Height = 6;

    public Overview(Account account, SharedResources shared, Resource parent)
    {
        Name = account.Names.Of("overview");
        var queues = Output.All(shared.DeadLetters.All.Select(queue => queue.Queue.Name));
        _ = new Dashboard(
            "overview",
            new DashboardArgs { DashboardName = Name, DashboardBody = queues.Apply(names => Body(account, names)) },
            new() { Parent = parent }
        );
    }

    public string Name { get; }

    private static string Body(Account account, IEnumerable<string> queues)
    {
        var settings = account.Settings;
        var pipelines = settings.Models.SelectMany(model => Models.PipelineNamesOf(model, account)).ToList();
        var widgets = new List<object[]>
        {
            new object[]
            {
                "Failed executions",
                pipelines.Select(name => new object[] { "AWS/Sagemaker/ModelBuildingPipeline", "ExecutionFailed", "PipelineName", name }),
            },
            new object[]
            {
                "Succeeded executions",
                pipelines.Select(name =>
                    new object[] { "AWS/Sagemaker/ModelBuildingPipeline", "ExecutionSucceeded", "PipelineName", name }
                ),
            },
            new object[]
            {
                "Mails",
                new object[]
                {
                    Own(FunctionMetrics.NotificationsFailed),
                    Search(FunctionMetrics.NotificationsSent, FunctionMetrics.KindDimension),
                },
            },
            new object[]
            {
                "Drift by feature",
                new object[]
                {
                    Search(FunctionMetrics.DriftDistance, $"{FunctionMetrics.ModelDimension},{FunctionMetrics.FeatureDimension}"),
                },
            },
            new object[]
            {
                "Waiting dead letters",
                queues.Select(name => new object[] { "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", name }),
            },
        };
        if (settings.Has(AccountRole.Registry))
        {
            widgets.Add([
                "Deployments",
                new object[]
                {
                    Own(FunctionMetrics.DeploysTriggered),
                    Own(FunctionMetrics.DeploysRefused),
                    Own(FunctionMetrics.DeploysFailed),
                },
            ]);
        }

        return JsonSerializer.Serialize(
            new
            {
                widgets = widgets
                    .Index()
                    .Select(widget => new
                    {
                        type = "metric",
                        x = widget.Index % 2 * Width,
                        y = widget.Index / 2 * Height,
                        width = Width,
                        height = Height,
                        properties = new
                        {
                            title = widget.Item[0],
                            region = account.Region,
                            stat = "Sum",
                            period = 3600,
                            metrics = widget.Item[1],
                        },
                    }),
            }
        );
    }

    private static object[] Own(string metric) => [FunctionMetrics.Namespace, metric];

    private static object[] Search(string metric, string dimensions) =>
        [new { expression = $"SEARCH('{{{FunctionMetrics.Namespace},{dimensions}}} MetricName=\"{metric}\"', 'Maximum', 3600)" }];
}
