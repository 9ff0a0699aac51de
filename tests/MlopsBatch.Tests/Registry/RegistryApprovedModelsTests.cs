using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using Moq;

namespace MlopsBatch.Tests.Registry;

public class RegistryApprovedModelsTests
{
    private readonly Dictionary<string, DescribeModelPackageResponse> _versions = [];
    private readonly Dictionary<string, Exception> _deleted = [];

    private static ModelQuestion Question => new("abalone", null, "s3://bucket/");

    [Fact]
    public async Task Takes_the_highest_number_not_the_latest_page()
    {
        foreach (var version in new[] { 2, 10, 9 })
        {
            Add(version);
        }

        (await FindAsync())!.Version.ShouldBe(10);
    }

    [Fact]
    public async Task A_tuned_version_waits_for_its_review()
    {
        Add(1);
        Add(2, tuned: true);
        (await FindAsync())!.Version.ShouldBe(1);
        (await FindAsync(requireReview: false))!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_tuned_version_that_names_its_review_is_taken()
    {
        Add(1);
        Add(2, tuned: true, description: "Review: MRB-7");
        (await FindAsync())!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Without_versions_or_group_there_is_none()
    {
        (await FindAsync()).ShouldBeNull();
        var client = new Mock<IAmazonSageMaker>();
        client
            .Setup(mock => mock.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonSageMakerException("ModelPackageGroup abalone does not exist."));
        (await new RegistryApprovedModels(client.Object, new ReviewGate()).FindAsync(Question)).Version.ShouldBeNull();
    }

    /// <summary>Somebody deletes the newest version between the listing and its description: that is no empty registry.</summary>
    [Theory]
    [InlineData("ResourceNotFound", "gone")]
    [InlineData("ValidationException", "Model Package arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/2 does not exist.")]
    public async Task A_version_that_was_deleted_meanwhile_is_passed_over(string code, string message)
    {
        Add(1);
        Add(2);
        _deleted[Arn(2)] = new AmazonSageMakerException(message) { ErrorCode = code };
        (await FindAsync())!.Version.ShouldBe(1);
        (await Should.ThrowAsync<FaultException>(() => FindAsync(pinned: Arn(2))))
            .Faults.Single()
            .Message.ShouldStartWith($"{Arn(2)}: can't be deployed: there is no such version");
    }

    [Fact]
    public async Task No_access_is_a_fault_and_not_no_version()
    {
        var client = new Mock<IAmazonSageMaker>();
        client
            .Setup(mock => mock.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonSageMakerException("not authorized") { ErrorCode = "AccessDeniedException" });
        (
            await Should.ThrowAsync<FaultException>(() =>
                new RegistryApprovedModels(client.Object, new ReviewGate()).FindAsync(Question)
            )
        )
            .Faults.Single()
            .ToString()
            .ShouldBe(
                "MB0023 group abalone: AccessDeniedException: not authorized; needs credentials that may list and describe its versions"
            );
    }

    public static TheoryData<Exception> CutConnections =>
        new()
        {
            new HttpRequestException("The SSL connection could not be established", new IOException("cut")),
            new HttpIOException(HttpRequestError.ResponseEnded, "cut"),
            new TaskCanceledException("The request was canceled", new TimeoutException("cut")),
            new System.Xml.XmlException("cut"),
        };

    /// <summary>The clients let these through as they are; they were a stack trace.</summary>
    [Theory]
    [MemberData(nameof(CutConnections))]
    public async Task A_service_that_cant_be_reached_is_a_fault_with_its_reason(Exception cut) =>
        (await FaultAsync(cut)).ShouldStartWith("MB0023 group abalone: SageMaker can't be reached: cut");

    [Fact]
    public async Task A_role_that_may_not_be_taken_is_named_by_what_STS_says()
    {
        var denied = new AmazonServiceException("User x is not authorized to perform: sts:AssumeRole on resource: r")
        {
            ErrorCode = "AccessDenied",
        };
        (await FaultAsync(new AmazonClientException("Error calling AssumeRole for role r", denied))).ShouldStartWith(
            "MB0023 group abalone: AccessDenied: User x is not authorized to perform: sts:AssumeRole on resource: r. "
                + "Needs sts:AssumeRole on the role"
        );
    }

    private static async Task<string> FaultAsync(Exception thrown)
    {
        var client = new Mock<IAmazonSageMaker>();
        client
            .Setup(mock => mock.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(thrown);
        var fault = await Should.ThrowAsync<FaultException>(() =>
            new RegistryApprovedModels(client.Object, new ReviewGate()).FindAsync(Question)
        );
        return fault.Faults.Single().ToString();
    }

    [Fact]
    public async Task A_pinned_version_must_be_approved()
    {
        Add(1);
        _versions[Arn(1)].ModelApprovalStatus = ModelApprovalStatus.Rejected;
        (await Should.ThrowAsync<FaultException>(() => FindAsync(pinned: Arn(1))))
            .Faults.Single()
            .Message.ShouldStartWith($"{Arn(1)}: can't be deployed: it is Rejected, needs Approved");
    }

    /// <summary>A pin, or a file that was made by another commit's settings, is no way around the review board.</summary>
    [Fact]
    public async Task A_pinned_version_is_held_to_the_review_and_has_to_be_complete()
    {
        Add(1, tuned: true);
        (await Should.ThrowAsync<FaultException>(() => FindAsync(pinned: Arn(1))))
            .Faults.Single()
            .Message.ShouldStartWith(
                $"{Arn(1)}: can't be deployed: its hyperparameters were tuned and it names no review (settings.requireReview): it needs a "
                    + "reference with a digit that isn't zero"
            );
        (await FindAsync(requireReview: false, pinned: Arn(1)))!.Version.ShouldBe(1);
        _versions[Arn(1)].ApprovalDescription = "Review: MRB-7";
        (await FindAsync(pinned: Arn(1)))!.Version.ShouldBe(1);
        _versions[Arn(1)].ModelPackageStatus = ModelPackageStatus.Failed;
        (await Should.ThrowAsync<FaultException>(() => FindAsync(pinned: Arn(1))))
            .Faults.Single()
            .Message.ShouldStartWith($"{Arn(1)}: can't be deployed: its package is Failed, needs Completed");
    }

    /// <summary>It would stop all other models of the account, too.</summary>
    [Theory]
    [InlineData("artifact", "it has no model artifact")]
    [InlineData("statistics", "it has no data-quality statistics in its drift-check baselines")]
    [InlineData("constraints", "it has no data-quality constraints in its drift-check baselines")]
    [InlineData("elsewhere", "its artifact is s3://other/model.tar.gz, and this account's jobs read below s3://bucket/")]
    public async Task A_version_that_cannot_be_deployed_is_passed_over_and_told(string fault, string why)
    {
        Add(1);
        Add(2);
        Spoil(2, fault);

        var found = await LookUpAsync();

        found.Version!.Version.ShouldBe(1);
        found.MayBeTheSettings.ShouldBeFalse();
        var told = found.PassedOver.ShouldHaveSingleItem().Fault(found);
        told.IsWarning.ShouldBeTrue();
        told.ToString().ShouldStartWith($"MB0036 {Arn(2)}: can't be deployed: {why}; version 1 is taken. ");
        (await Should.ThrowAsync<FaultException>(() => FindAsync(pinned: Arn(2))))
            .Faults.Single()
            .Message.ShouldStartWith($"{Arn(2)}: can't be deployed: {why}; ");
    }

    [Theory]
    [InlineData("constraints", false)]
    [InlineData("elsewhere", true)]
    public async Task With_no_other_version_there_is_none_and_the_settings_may_be_to_blame(string fault, bool bySettings)
    {
        Add(1);
        Spoil(1, fault);

        var found = await LookUpAsync();

        found.Version.ShouldBeNull();
        found.MayBeTheSettings.ShouldBe(bySettings);
        found.PassedOver.ShouldHaveSingleItem().Fault(found).Message.ShouldContain("; no other version is approved. ");
    }

    [Fact]
    public async Task A_version_that_waits_for_its_review_is_not_told_as_unusable()
    {
        Add(1);
        Add(2, tuned: true);
        Spoil(2, "statistics");
        (await LookUpAsync()).PassedOver.ShouldBeEmpty();
    }

    private void Spoil(int version, string fault)
    {
        var (container, baseline) = (
            _versions[Arn(version)].InferenceSpecification!.Containers![0],
            _versions[Arn(version)].DriftCheckBaselines!.ModelDataQuality!
        );
        switch (fault)
        {
            case "artifact":
                container.ModelDataUrl = null;
                break;
            case "statistics":
                baseline.Statistics = null;
                break;
            case "constraints":
                baseline.Constraints = null;
                break;
            default:
                container.ModelDataUrl = "s3://other/model.tar.gz";
                break;
        }
    }

    private void Add(int version, bool tuned = false, string? description = null) =>
        _versions[Arn(version)] = new()
        {
            ModelPackageArn = Arn(version),
            ModelPackageVersion = version,
            ModelApprovalStatus = ModelApprovalStatus.Approved,
            ModelPackageStatus = ModelPackageStatus.Completed,
            ApprovalDescription = description,
            CustomerMetadataProperties = tuned ? new() { ["review"] = "required" } : null,
            InferenceSpecification = new() { Containers = [new() { ModelDataUrl = $"s3://bucket/{version}/model.tar.gz" }] },
            DriftCheckBaselines = new()
            {
                ModelDataQuality = new()
                {
                    Statistics = new() { S3Uri = "s3://bucket/statistics.json" },
                    Constraints = new() { S3Uri = "s3://bucket/constraints.json" },
                },
            },
        };

    private async Task<ApprovedModel?> FindAsync(bool requireReview = true, string? pinned = null) =>
        (await LookUpAsync(requireReview, pinned)).Version;

    /// <summary>Pages of two, in order of creation, as SageMaker answers.</summary>
    private Task<ModelLookUp> LookUpAsync(bool requireReview = true, string? pinned = null)
    {
        var client = new Mock<IAmazonSageMaker>();
        client
            .Setup(mock => mock.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (ListModelPackagesRequest request, CancellationToken _) =>
                {
                    request.ModelPackageGroupName.ShouldBe("abalone");
                    request.ModelApprovalStatus.ShouldBe(ModelApprovalStatus.Approved);
                    var from = request.NextToken is null ? 0 : int.Parse(request.NextToken);
                    return new()
                    {
                        ModelPackageSummaryList =
                        [
                            .. _versions
                                .Values.Skip(from)
                                .Take(2)
                                .Select(version => new ModelPackageSummary
                                {
                                    ModelPackageArn = version.ModelPackageArn,
                                    ModelPackageVersion = version.ModelPackageVersion,
                                    ModelPackageStatus = ModelPackageStatus.Completed,
                                    ModelApprovalStatus = ModelApprovalStatus.Approved,
                                }),
                        ],
                        NextToken = from + 2 < _versions.Count ? $"{from + 2}" : null,
                    };
                }
            );
        client
            .Setup(mock => mock.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (DescribeModelPackageRequest request, CancellationToken _) =>
                    _deleted.TryGetValue(request.ModelPackageName!, out var gone) ? throw gone : _versions[request.ModelPackageName!]
            );
        return new RegistryApprovedModels(client.Object, new ReviewGate(requireReview)).FindAsync(Question with { Pinned = pinned });
    }

    private static string Arn(int version) => $"arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/{version}";
}
