using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>The SageMaker Model Registry. The client is made on first use: most events don't need it.</summary>
public sealed class SageMakerModelRegistry(Lazy<IAmazonSageMaker> client) : IModelRegistry
{
    private const string Service = "SageMaker";

    public async Task<ModelVersion?> HighestApprovedAsync(
        string group,
        ReviewGate gate,
        int? except,
        CancellationToken cancellationToken
    ) =>
        await HighestApproved.FindAsync<ModelVersion>(
            await ListApprovedAsync(group, cancellationToken),
            gate,
            async listed => await FindAsync(listed.Arn, cancellationToken),
            except
        );

    public async Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        (await FindAsync(arn, cancellationToken)).Version;

    private async Task<List<RegisteredState>> ListApprovedAsync(string group, CancellationToken cancellationToken)
    {
        var listed = new List<RegisteredState>();
        string? next = null;
        do
        {
            var request = new ListModelPackagesRequest
            {
                ModelPackageGroupName = group,
                ModelApprovalStatus = ModelApprovalStatus.Approved,
                SortBy = ModelPackageSortBy.CreationTime,
                SortOrder = SortOrder.Descending,
                MaxResults = 100,
                NextToken = next,
            };
            var page = await AskAsync(
                $"list the approved versions of group {group}",
                cancellation => client.Value.ListModelPackagesAsync(request, cancellation),
                cancellationToken
            );
            listed.AddRange(
                (page.ModelPackageSummaryList ?? []).Select(summary => new RegisteredState(
                    summary.ModelPackageArn!,
                    summary.ModelPackageVersion ?? 0,
                    summary.ModelApprovalStatus == ModelApprovalStatus.Approved,
                    summary.ModelPackageStatus == ModelPackageStatus.Completed
                ))
            );
            next = page.NextToken;
        } while (!string.IsNullOrEmpty(next));
        return listed;
    }

    private async Task<(ModelVersion Version, RegisteredState State)> FindAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new DescribeModelPackageRequest { ModelPackageName = arn };
        var found = await AskAsync(
            $"describe version {arn}",
            cancellation => client.Value.DescribeModelPackageAsync(request, cancellation),
            cancellationToken
        );
        var baseline = found.DriftCheckBaselines?.ModelDataQuality;
        var version = new ModelVersion(
            arn,
            found.ModelPackageVersion ?? 0,
            found.ApprovalDescription,
            found.CustomerMetadataProperties ?? [],
            found.InferenceSpecification?.Containers?.FirstOrDefault()?.ModelDataUrl
        );
        return (
            version,
            new RegisteredState(
                arn,
                version.Version,
                found.ModelApprovalStatus == ModelApprovalStatus.Approved,
                found.ModelPackageStatus == ModelPackageStatus.Completed,
                version.Metadata,
                version.ApprovalDescription,
                RegisteredState.WhatLacks(version.ModelDataUrl, baseline?.Statistics?.S3Uri, baseline?.Constraints?.S3Uri)
            )
        );
    }

    private static Task<T> AskAsync<T>(string what, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        Lookup.AskAsync(Service, what, ask, cancellationToken);
}
