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
    public async Task<ModelLookUp> FindAsync(ModelQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var group = question.Group;
        try
        {
            return question.Pinned is null ? await FindHighestAsync(question) : ModelLookUp.Of(await TakePinnedAsync(question));
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

    private async Task<ModelLookUp> FindHighestAsync(ModelQuestion question)
    {
        var passedOver = new List<PassedOverVersion>();
        var found = await HighestApproved.FindAsync<DescribeModelPackageResponse>(
            await ListAsync(question.Group),
            gate,
            async listed => await DescribeAsync(listed.Arn) is { } version ? (version, Judge(listed.Arn, version)) : null
        );
        return new(found is null ? null : Convert(found), passedOver);

        RegisteredState Judge(string arn, DescribeModelPackageResponse version)
        {
            var state = StateOf(arn, version);
            if (!HighestApproved.MayBeDeployed(state with { Lacks = null }, gate))
            {
                return state;
            }

            if (state.Lacks is { } lacking)
            {
                passedOver.Add(new(arn, $"it has no {lacking}", IsBySettings: false));
                return state;
            }

            if (WhyUnreadable(version, question) is not { } unreadable)
            {
                return state;
            }

            passedOver.Add(new(arn, unreadable, IsBySettings: true));
            return state with { Lacks = unreadable };
        }
    }

    private static string? WhyUnreadable(DescribeModelPackageResponse version, ModelQuestion question) =>
        ArtifactOf(version) is { } artifact && !artifact.StartsWith(question.Readable, StringComparison.Ordinal)
            ? $"its artifact is {artifact}, and this account's jobs read below {question.Readable}"
            : null;

    private static string? ArtifactOf(DescribeModelPackageResponse version) =>
        version.InferenceSpecification?.Containers?.FirstOrDefault()?.ModelDataUrl;

    private static RegisteredState StateOf(string arn, DescribeModelPackageResponse version)
    {
        var baseline = version.DriftCheckBaselines?.ModelDataQuality;
        return new(
            arn,
            version.ModelPackageVersion ?? 0,
            version.ModelApprovalStatus == ModelApprovalStatus.Approved,
            version.ModelPackageStatus == ModelPackageStatus.Completed,
            version.CustomerMetadataProperties,
            version.ApprovalDescription,
            RegisteredState.WhatLacks(ArtifactOf(version), baseline?.Statistics?.S3Uri, baseline?.Constraints?.S3Uri)
        );
    }

    /// <summary>
    /// A pin, or a version that was looked up by the settings of another commit, is held to this stack's rule like every other.
    /// </summary>
    private string? WhyHeldBack(RegisteredState state, DescribeModelPackageResponse version, ModelQuestion question) =>
        !state.IsApproved ? $"it is {version.ModelApprovalStatus}, needs Approved"
        : !state.IsCompleted ? $"its package is {version.ModelPackageStatus}, needs Completed"
        : state.Lacks is { } lacking ? $"it has no {lacking}"
        : !HighestApproved.MayBeDeployed(state, gate)
            ? $"its hyperparameters were tuned and it names no review (settings.requireReview): it needs {gate.Needs}"
        : WhyUnreadable(version, question);

    private async Task<ApprovedModel> TakePinnedAsync(ModelQuestion question)
    {
        var arn = question.Pinned!;
        var version = await DescribeAsync(arn) ?? throw new FaultException(Unusable(arn, "there is no such version"));
        return WhyHeldBack(StateOf(arn, version), version, question) is { } why
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

    /// <summary>Of a version that lacks nothing.</summary>
    private static ApprovedModel Convert(DescribeModelPackageResponse version)
    {
        var baseline = version.DriftCheckBaselines!.ModelDataQuality!;
        return new(
            version.ModelPackageArn!,
            version.ModelPackageVersion ?? 0,
            ArtifactOf(version)!,
            baseline.Statistics!.S3Uri!,
            baseline.Constraints!.S3Uri!
        );
    }

    private static Fault Unusable(string arn, string why) =>
        new(FaultCatalogue.NotDeployable, $"{arn}: can't be deployed: {why}; approve a version that the training pipeline registered");
}
