using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;

namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>The SageMaker Model Registry. The client is made on first use: most events don't need it.</summary>
public sealed class SageMakerModelRegistry(Lazy<IAmazonSageMaker> client) : IModelRegistry
{
    public async IAsyncEnumerable<ModelVersion> ApprovedAsync(string group, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var request = new ListModelPackagesRequest
            {
                ModelPackageGroupName = group,
                ModelApprovalStatus = ModelApprovalStatus.Approved,
                // Versions are numbered as they are created, so this is highest number first.
                SortBy = ModelPackageSortBy.CreationTime,
                SortOrder = SortOrder.Descending,
                MaxResults = 100,
                NextToken = next,
            };
            var page = await AskAsync(
                $"list the approved versions of group {group}",
                c => c.ListModelPackagesAsync(request, cancellationToken)
            );
            foreach (var summary in page.ModelPackageSummaryList ?? [])
            {
                yield return await DescribeAsync(summary.ModelPackageArn!, cancellationToken);
            }

            next = page.NextToken;
        } while (!string.IsNullOrEmpty(next));
    }

    public async Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new DescribeModelPackageRequest { ModelPackageName = arn };
        var found = await AskAsync($"describe version {arn}", c => c.DescribeModelPackageAsync(request, cancellationToken));
        return new ModelVersion(
            arn,
            found.ModelPackageVersion ?? 0,
            found.ApprovalDescription,
            found.CustomerMetadataProperties ?? [],
            found.InferenceSpecification?.Containers?.FirstOrDefault()?.ModelDataUrl
        );
    }

    private async Task<T> AskAsync<T>(string what, Func<IAmazonSageMaker, Task<T>> ask)
    {
        try
        {
            return await ask(client.Value);
        }
        catch (AmazonServiceException e)
        {
            throw new LookupException($"SageMaker refused to {what}: {e.ErrorCode}: {e.Message}", e);
        }
        catch (OperationCanceledException e)
        {
            throw new LookupException($"SageMaker did not answer in time to {what}.", e);
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException)
        {
            throw new LookupException($"SageMaker could not be reached to {what}: {e.Message}", e);
        }
    }
}
