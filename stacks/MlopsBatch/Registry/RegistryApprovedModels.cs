using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Aws;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Registry;

/// <summary>Asks SageMaker's model registry.</summary>
/// <param name="sageMaker">A client of the registry's account and region.</param>
/// <param name="gate">
/// The review gate, as the approval function has it: the next deployment for another reason must not roll out what was refused.
/// </param>
public sealed class RegistryApprovedModels(IAmazonSageMaker sageMaker, ReviewGate gate) : IApprovedModels
{
    public async Task<ApprovedModel?> FindAsync(string group, string? pinned)
    {
        try
        {
            return pinned is null ? await FindHighestAsync(group) : await TakePinnedAsync(pinned);
        }
        catch (AmazonServiceException fault)
        {
            throw new FaultException(
                new Fault(
                    FaultCatalogue.RegistryLookUp,
                    $"group {group}: {fault.ErrorCode}: {fault.Message}; needs credentials that may list and describe its versions"
                )
            );
        }
        catch (Exception fault) when (fault is AmazonClientException || TransportFaults.Includes(fault))
        {
            throw new FaultException(Unreachable($"group {group}", fault));
        }
    }

    /// <summary>No credentials, none that AWS could be asked with, or no way to the service.</summary>
    public static Fault Unreachable(string what, Exception fault) =>
        new(FaultCatalogue.RegistryLookUp, $"{what}: {WhyUnreachable(fault)}");

    private static string WhyUnreachable(Exception fault)
    {
        for (var inner = fault.InnerException; inner is not null; inner = inner.InnerException)
        {
            // The client hides what STS says of a role behind a text of its own.
            if (inner is AmazonServiceException { ErrorCode.Length: > 0 } refused)
            {
                return $"{refused.ErrorCode}: {refused.Message.TrimEnd('.')}. Needs sts:AssumeRole on the role for the identity of "
                    + "this run, and a trust policy of the role that lets it in (settings.registry.readerRoleArn, or AWS_ROLE_ARN)";
            }
        }

        return TransportFaults.Includes(fault)
            ? $"SageMaker can't be reached: {TransportFaults.Reason(fault).TrimEnd('.')}. Needs a way to the service's endpoint: "
                + "network, proxy or VPC endpoint"
            : $"{fault.Message.Split(["\n", ". "], 2, StringSplitOptions.None)[0].TrimEnd('.')}. Needs AWS credentials of this run: "
                + "AWS_PROFILE, AWS_ROLE_ARN with AWS_WEB_IDENTITY_TOKEN_FILE, or AWS_ACCESS_KEY_ID with its companions";
    }

    private async Task<ApprovedModel?> FindHighestAsync(string group)
    {
        var found = await HighestApproved.FindAsync<DescribeModelPackageResponse>(
            await ListAsync(group),
            gate,
            async listed => await DescribeAsync(listed.Arn) is { } version ? (version, StateOf(listed.Arn, version)) : null
        );
        return found is null ? null : Convert(found);
    }

    private static RegisteredState StateOf(string arn, DescribeModelPackageResponse version) =>
        new(
            arn,
            version.ModelPackageVersion ?? 0,
            version.ModelApprovalStatus == ModelApprovalStatus.Approved,
            version.ModelPackageStatus == ModelPackageStatus.Completed,
            version.CustomerMetadataProperties,
            version.ApprovalDescription
        );

    /// <summary>
    /// A pin, or a version that was looked up by the settings of another commit, is held to this stack's rule like every other.
    /// </summary>
    private string? WhyHeldBack(RegisteredState state, DescribeModelPackageResponse version) =>
        HighestApproved.MayBeDeployed(state, gate) ? null
        : !state.IsApproved ? $"it is {version.ModelApprovalStatus}, needs Approved"
        : !state.IsCompleted ? $"its package is {version.ModelPackageStatus}, needs Completed"
        : $"its hyperparameters were tuned and it names no review (settings.requireReview): it needs {gate.Needs}";

    private async Task<ApprovedModel> TakePinnedAsync(string arn)
    {
        var version = await DescribeAsync(arn) ?? throw new FaultException(Unusable(arn, "there is no such version"));
        return WhyHeldBack(StateOf(arn, version), version) is { } why
            ? throw new FaultException(Unusable(arn, why))
            : Convert(version);
    }

    /// <summary>The group's approved versions; none while there is no group, which the registry's first deployment makes.</summary>
    private async Task<List<RegisteredState>> ListAsync(string group)
    {
        var versions = new List<RegisteredState>();
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
            if (await FoundAsync(() => sageMaker.ListModelPackagesAsync(request)) is not { } page)
            {
                return [];
            }

            versions.AddRange(
                (page.ModelPackageSummaryList ?? []).Select(version => new RegisteredState(
                    version.ModelPackageArn!,
                    version.ModelPackageVersion ?? 0,
                    version.ModelApprovalStatus == ModelApprovalStatus.Approved,
                    version.ModelPackageStatus == ModelPackageStatus.Completed
                ))
            );
            next = page.NextToken;
        } while (!string.IsNullOrEmpty(next));
        return versions;
    }

    private Task<DescribeModelPackageResponse?> DescribeAsync(string arn) =>
        FoundAsync(() => sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = arn }));

    /// <summary>An answer; null if what was asked for isn't there.</summary>
    private static async Task<T?> FoundAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException fault)
            when (fault.Message.Contains("does not exist", StringComparison.OrdinalIgnoreCase) || fault.ErrorCode is "ResourceNotFound")
        {
            return null;
        }
    }

    private static ApprovedModel Convert(DescribeModelPackageResponse version)
    {
        var arn = version.ModelPackageArn!;
        var container = version.InferenceSpecification?.Containers?.FirstOrDefault();
        var baseline = version.DriftCheckBaselines?.ModelDataQuality;
        return new(
            arn,
            version.ModelPackageVersion ?? 0,
            container?.ModelDataUrl ?? throw new FaultException(Unusable(arn, "it has no model artifact")),
            baseline?.Statistics?.S3Uri
                ?? throw new FaultException(Unusable(arn, "it has no data-quality statistics in its drift-check baselines")),
            baseline.Constraints?.S3Uri
                ?? throw new FaultException(Unusable(arn, "it has no data-quality constraints in its drift-check baselines"))
        );
    }

    private static Fault Unusable(string arn, string why) =>
        new(FaultCatalogue.NotDeployable, $"{arn}: can't be deployed: {why}; approve a version that the training pipeline registered");
}
