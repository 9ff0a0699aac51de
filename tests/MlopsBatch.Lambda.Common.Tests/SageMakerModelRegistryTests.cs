using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;
using Moq;

namespace MlopsBatch.Lambda.Common.Tests;

public sealed class SageMakerModelRegistryTests
{
    private readonly Mock<IAmazonSageMaker> _client = new(MockBehavior.Strict);

    [Fact]
    public async Task The_highest_number_counts_over_all_pages_in_whatever_order()
    {
        SetUpList(null, "next", 2, 7);
        SetUpList("next", null, 9, 3);
        SetUpDescribe();
        (await HighestAsync())!.Version.ShouldBe(9);
        (await HighestAsync(except: 9))!.Version.ShouldBe(7);
    }

    [Fact]
    public async Task A_version_that_was_rejected_since_the_listing_does_not_count()
    {
        SetUpList(null, null, 9, 7);
        SetUpDescribe(rejected: 9);
        (await HighestAsync())!.Version.ShouldBe(7);
    }

    [Fact]
    public async Task Whoever_needs_only_the_first_asks_for_no_more()
    {
        SetUpList(null, "next", 9, 7);
        SetUpDescribe();
        SetUpList("next", null);
        (await HighestAsync())!.Version.ShouldBe(9);
        _client.Verify(
            c => c.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()),
            Times.Once
        );
    }

    [Fact]
    public async Task A_version_is_described()
    {
        _client
            .Setup(c =>
                c.DescribeModelPackageAsync(
                    It.Is<DescribeModelPackageRequest>(r => r.ModelPackageName == "arn:7"),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(
                new DescribeModelPackageResponse
                {
                    ModelPackageVersion = 7,
                    ApprovalDescription = "Review: 1",
                    CustomerMetadataProperties = new() { ["metric"] = "mse" },
                    InferenceSpecification = new() { Containers = [new() { ModelDataUrl = "s3://b/model.tar.gz" }] },
                }
            );
        var version = await Registry.DescribeAsync("arn:7", CancellationToken.None);
        version.ShouldSatisfyAllConditions(
            v => v.Arn.ShouldBe("arn:7"),
            v => v.Version.ShouldBe(7),
            v => v.ApprovalDescription.ShouldBe("Review: 1"),
            v => v.Metadata["metric"].ShouldBe("mse"),
            v => v.ModelDataUrl.ShouldBe("s3://b/model.tar.gz")
        );
    }

    [Fact]
    public async Task A_version_without_anything_is_described_too()
    {
        _client
            .Setup(c => c.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeModelPackageResponse());
        (await Registry.DescribeAsync("arn:7", CancellationToken.None)).Metadata.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_SageMaker_refuses_says_what_and_why()
    {
        _client
            .Setup(c => c.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonSageMakerException("not authorized") { ErrorCode = "AccessDeniedException" });
        (await Should.ThrowAsync<LookupException>(() => HighestAsync())).Message.ShouldBe(
            "SageMaker refused to list the approved versions of group abalone: AccessDeniedException: not authorized"
        );
    }

    [Fact]
    public async Task A_SageMaker_out_of_reach_says_what_for()
    {
        _client
            .Setup(c => c.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException("no route"));
        (await Should.ThrowAsync<LookupException>(() => Registry.DescribeAsync("arn:7", CancellationToken.None))).Message.ShouldBe(
            "SageMaker could not be reached to describe version arn:7: no route"
        );
    }

    [Fact]
    public async Task A_SageMaker_that_hangs_is_given_up()
    {
        _client
            .Setup(c => c.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TaskCanceledException());
        (await Should.ThrowAsync<LookupException>(() => Registry.DescribeAsync("arn:7", CancellationToken.None))).Message.ShouldBe(
            "SageMaker did not answer in time to describe version arn:7."
        );
    }

    private Task<ModelVersion?> HighestAsync(int? except = null) =>
        Registry.HighestApprovedAsync("abalone", new ReviewGate(), except, CancellationToken.None);

    private SageMakerModelRegistry Registry => new(new(_client.Object));

    private void SetUpList(string? token, string? next, params int[] versions) =>
        _client
            .Setup(c =>
                c.ListModelPackagesAsync(
                    It.Is<ListModelPackagesRequest>(r =>
                        r.NextToken == token
                        && r.ModelPackageGroupName == "abalone"
                        && r.ModelApprovalStatus == ModelApprovalStatus.Approved
                        && r.SortOrder == SortOrder.Descending
                    ),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(
                new ListModelPackagesResponse
                {
                    NextToken = next,
                    ModelPackageSummaryList =
                    [
                        .. versions.Select(v => new ModelPackageSummary
                        {
                            ModelPackageArn = $"arn:{v}",
                            ModelPackageVersion = v,
                            ModelApprovalStatus = ModelApprovalStatus.Approved,
                            ModelPackageStatus = ModelPackageStatus.Completed,
                        }),
                    ],
                }
            );

    private void SetUpDescribe(int rejected = 0, int without = 0) =>
        _client
            .Setup(c => c.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (DescribeModelPackageRequest request, CancellationToken _) =>
                    new DescribeModelPackageResponse
                    {
                        ModelPackageVersion = int.Parse(request.ModelPackageName![4..], System.Globalization.CultureInfo.InvariantCulture),
                        ModelApprovalStatus =
                            request.ModelPackageName == $"arn:{rejected}" ? ModelApprovalStatus.Rejected : ModelApprovalStatus.Approved,
                        ModelPackageStatus = ModelPackageStatus.Completed,
                        InferenceSpecification = new() { Containers = [new() { ModelDataUrl = "s3://b/model.tar.gz" }] },
                        DriftCheckBaselines =
                            request.ModelPackageName == $"arn:{without}"
                                ? null
                                : new()
                                {
                                    ModelDataQuality = new()
                                    {
                                        Statistics = new() { S3Uri = "s3://b/statistics.json" },
                                        Constraints = new() { S3Uri = "s3://b/constraints.json" },
                                    },
                                },
                    }
            );
}
