using System.Text.Encodings.Web;
using System.Text.Json;
using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;

namespace MlopsBatch.Rehearsal.Reporting.Reading;

/// <summary>Adds to a report what the local cloud knows when all is over.</summary>
internal static class ReportReader
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RehearsalReport Complete(RehearsalReport report, RehearsalCloud cloud, RehearsalOptions options, RehearsalData data)
    {
        var metric = Metric.Parse(data.Metric);
        return report with
        {
            Executions = [.. cloud.Executions.Select(execution => Complete(execution, cloud, metric))],
            Warnings = data.Warnings ?? [],
            OwnBatch = options.InferenceData is { } own
                ? OwnBatchReader.Read(Path.GetFileName(own), cloud.Executions, metric, data.Threshold)
                : null,
            Deployments =
            [
                .. cloud.Deployments.Select(deployment => new DeploymentReport(
                    deployment.Stack,
                    deployment.AccountId,
                    deployment.Cause,
                    deployment.Operations.Count(operation => operation.Kind is not (OperationKind.Delete or OperationKind.Retain)),
                    [
                        .. deployment.Changes.Select(change => new ResourceChangeReport(
                            change.Kind.ToString().ToLowerInvariant(),
                            change.Urn,
                            [.. change.Changed]
                        )),
                    ]
                )),
            ],
            Events =
            [
                .. cloud.Events.Select(happened => new EventReport(
                    CloudEvent.Timestamp(happened.Time),
                    happened.Account,
                    happened.Source,
                    happened.DetailType,
                    happened.Detail.ToJsonString(Readable)
                )),
            ],
            DeadLetters =
            [
                .. cloud
                    .Accounts.Select(account => account.Account.Service<SqsService>())
                    .SelectMany(queues =>
                        queues
                            .ListQueues()
                            .SelectMany(queue =>
                                queues
                                    .Contents(queue)
                                    .Select(message => new DeadLetterReport(queues.GetQueueArn(queue), message.ReceiveCount, message.Body))
                            )
                    ),
            ],
            NotJudged =
            [
                .. cloud.Local.Authorizer.NotJudged.Select(finding => new NotJudgedReport(
                    finding.Principal,
                    finding.Action,
                    finding.Resource,
                    finding.Reason
                )),
            ],
            DeadRules = options.Only is null ? cloud.DeadRules : [],
            Inert =
            [
                .. cloud
                    .Deployments.SelectMany(deployment => deployment.Operations)
                    .DistinctBy(operation => operation.Urn)
                    .GroupBy(operation => operation.Type)
                    .Where(kind => InertKinds.All.ContainsKey(kind.Key))
                    .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                    .Select(kind => new InertReport(kind.Key, kind.Count(), InertKinds.All[kind.Key])),
            ],
        };
    }

    private static ExecutionReport Complete(ExecutionReport execution, RehearsalCloud cloud, Metric metric)
    {
        if (execution.Pipeline != PipelineKind.BatchInference.Slug())
        {
            return execution;
        }

        var account = cloud.Scoring.First(scoring => scoring.Label == execution.Account);
        var training = execution.ModelVersion is { } version ? cloud.Registry.Version(version).ExecutionArn?.Split('/')[^1] : null;
        return execution with
        {
            Features = new FeatureReader(account.Layout).Read(
                account.Bucket,
                execution.Id,
                cloud.Home(AccountRole.Build).Bucket,
                training
            ),
            Predictions = new PredictionReader(account.Layout, metric).Read(account.Bucket, execution.Id),
        };
    }
}
