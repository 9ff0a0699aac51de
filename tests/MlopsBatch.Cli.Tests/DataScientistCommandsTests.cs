using System.CommandLine;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Pipelines.Names;
using Moq;

namespace MlopsBatch.Cli.Tests;

/// <summary><c>mlops models|start|executions</c> by the AWS SDK's interface alone.</summary>
public sealed partial class DataScientistCommandsTests
{
    private const string Stack = "docs/examples/Pulumi.single.yaml";
    private const string Account = "arn:aws:sagemaker:eu-west-1:111122223333:";
    private const string Version1 = Account + "model-package/abalone/1";
    private const string Version2 = Account + "model-package/abalone/2";
    private const string Execution = Account + "pipeline/abalone-training/execution/abc";

    private const string Approver = "arn:aws:sts::111122223333:assumed-role/data-scientist/jane";

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly Mock<IAmazonSageMaker> _sageMaker = new(MockBehavior.Strict);

    public DataScientistCommandsTests()
    {
        _sageMaker.Setup(one => one.Dispose());
        _sageMaker
            .Setup(one => one.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (ListModelPackagesRequest request, CancellationToken _) =>
                    request.NextToken is null
                        ? new ListModelPackagesResponse { ModelPackageSummaryList = [Summary(Version2, 2)], NextToken = "more" }
                        : new ListModelPackagesResponse { ModelPackageSummaryList = [Summary(Version1, 1)] }
            );
    }

    [Fact]
    public async Task Versions_are_listed_page_by_page_for_people_and_machines()
    {
        (await ModelsAsync("list", "-s", Stack)).ShouldBe(0);
        _out.ToString().Split('\n').Where(line => line.Length > 0).Select(line => line.Split(' ')[^1]).ShouldBe([Version2, Version1]);

        _out.GetStringBuilder().Clear();
        (await ModelsAsync("list", "-s", Stack, "--json")).ShouldBe(0);
        JsonNode.Parse(_out.ToString())![1]!["version"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData(Version2, "scores with this version")]
    [InlineData(Version1, "scores with version 1")]
    [InlineData(null, "scores with no version yet")]
    public async Task A_version_shows_where_it_comes_from_how_good_it_is_who_approved_it_and_where_it_scores(string? deployed, string place)
    {
        _sageMaker
            .Setup(one =>
                one.DescribeModelPackageAsync(
                    It.Is<DescribeModelPackageRequest>(r => r.ModelPackageName == Version2),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(
                new DescribeModelPackageResponse
                {
                    ModelPackageArn = Version2,
                    ModelPackageGroupName = "abalone",
                    ModelPackageVersion = 2,
                    ModelApprovalStatus = ModelApprovalStatus.Approved,
                    ApprovalDescription = "good",
                    LastModifiedBy = new UserContext { IamIdentity = new IamIdentity { Arn = Approver } },
                    CustomerMetadataProperties = new()
                    {
                        [MetadataKeys.TrainingObjectKey] = "raw/train.csv",
                        [MetadataKeys.Commit] = "3f2c1ab",
                        [MetadataKeys.Metric] = "mse",
                        [MetadataKeys.MetricValue] = "4.2",
                        [MetadataKeys.Threshold] = "10",
                        [MetadataKeys.NaiveValue] = "9.9",
                        [MetadataKeys.Review] = MetadataKeys.ReviewRequired,
                    },
                }
            );

        _sageMaker
            .Setup(one =>
                one.DescribePipelineAsync(
                    It.Is<DescribePipelineRequest>(request => request.PipelineName == "abalone-batch-inference"),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(
                new DescribePipelineResponse
                {
                    PipelineArn = Account + "pipeline/abalone-batch-inference",
                    PipelineDefinition = deployed is null ? "{}" : $$"""{"ModelPackageName":"{{deployed}}"}""",
                }
            );

        (await ModelsAsync("show", "latest", "-s", Stack)).ShouldBe(0);

        _out.ToString()
            .ShouldBe(
                $"""
                version    abalone 2, Approved
                arn        {Version2}
                data       raw/train.csv
                code       3f2c1ab
                metric     mse 4.2 (threshold 10, naive 9.9)
                review     required; no reference yet
                decision   good
                approver   {Approver}
                account    111122223333 (single): {place}

                """
            );
    }

    [Fact]
    public async Task A_version_that_awaits_its_decision_has_no_approver_and_other_accounts_are_named_with_the_way_to_ask_them()
    {
        _sageMaker
            .Setup(one => one.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                new DescribeModelPackageResponse
                {
                    ModelPackageArn = Version2,
                    ModelPackageGroupName = "abalone",
                    ModelPackageVersion = 2,
                    ModelApprovalStatus = ModelApprovalStatus.PendingManualApproval,
                    LastModifiedBy = new UserContext { IamIdentity = new IamIdentity { Arn = Approver } },
                }
            );

        (await ModelsAsync("show", "2", "-s", "Pulumi.dev.yaml", "--json")).ShouldBe(0);

        var shown = JsonNode.Parse(_out.ToString())!;
        shown["approver"].ShouldBeNull();
        const string Ask = $"(ask with its stack and credentials: ./mlops models show {Version2} -s ITS-STACK -m abalone)";
        shown["accounts"]!.AsArray().ShouldAllBe(line => line!.ToString().EndsWith(Ask));
        shown["accounts"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_that_may_not_be_asked_does_not_hide_the_rest()
    {
        Describes([]);
        _sageMaker
            .Setup(one => one.DescribePipelineAsync(It.IsAny<DescribePipelineRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(
                new AmazonServiceException("not you")
                {
                    ErrorCode = "AccessDeniedException",
                    StatusCode = System.Net.HttpStatusCode.BadRequest,
                }
            );

        (await ModelsAsync("show", "2", "-s", Stack)).ShouldBe(0);

        const string Why = "SageMaker refused to describe pipeline abalone-batch-inference: AccessDenied";
        _out.ToString().ShouldContain($"account    single: unknown, because {Why}");
    }

    [Theory]
    [InlineData("approve 1 --review board-12 --comment good", Version1, "Approved", "board-12", "good")]
    [InlineData("reject latest", Version2, "Rejected", null, null)]
    [InlineData("approve " + Version1, Version1, "Approved", null, null)]
    public async Task A_decision_is_one_update(string line, string arn, string status, string? review, string? comment)
    {
        UpdateModelPackageRequest? sent = null;
        Describes([]);
        _sageMaker
            .Setup(one => one.UpdateModelPackageAsync(It.IsAny<UpdateModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .Callback((UpdateModelPackageRequest request, CancellationToken _) => sent = request)
            .ReturnsAsync(new UpdateModelPackageResponse());

        (await ModelsAsync([.. line.Split(' '), "-s", Stack])).ShouldBe(0);

        sent!.ModelPackageArn.ShouldBe(arn);
        sent.ModelApprovalStatus!.Value.ShouldBe(status);
        sent.ApprovalDescription.ShouldBe(comment);
        sent.CustomerMetadataProperties?[MetadataKeys.ReviewReference].ShouldBe(review);
        _out.ToString().Trim().ShouldBe($"{arn} is {status}.");
    }

    /// <summary>Whoever reads "is Approved" believes that it is rolled out.</summary>
    [Theory]
    [InlineData("approve 1", true)]
    [InlineData("approve 1 --comment fine", true)]
    [InlineData("approve 1 --review MRB-7", false)]
    [InlineData("approve 1 --comment Review:MRB-7", false)]
    public async Task An_approval_without_the_review_that_it_needs_says_so(string line, bool awaits)
    {
        Describes(new() { [MetadataKeys.Review] = MetadataKeys.ReviewRequired });
        _sageMaker
            .Setup(one => one.UpdateModelPackageAsync(It.IsAny<UpdateModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new UpdateModelPackageResponse());

        (await ModelsAsync([.. line.Split(' '), "-s", Stack])).ShouldBe(0);
        const string Mend = $"until it names its review: './mlops models approve {Version1} --review REFERENCE -s single -m abalone'";
        _out.ToString().Contains(Mend, StringComparison.Ordinal).ShouldBe(awaits);

        _out.GetStringBuilder().Clear();
        (await ModelsAsync([.. line.Split(' '), "-s", Stack, "--json"])).ShouldBe(0);
        JsonNode.Parse(_out.ToString())!["awaitsReview"]!.GetValue<bool>().ShouldBe(awaits);
    }

    [Theory]
    [InlineData("approve 1 --review pending", "mlops: --review: got 'pending', needs a reference with a digit that isn't zero")]
    [InlineData("approve 1 --review MRB-0000", "mlops: --review: got 'MRB-0000', needs a reference with a digit that isn't zero")]
    [InlineData("approve " + Account + "model-package/wine/3", "wine/3' is no version of abalone, whose versions are in group abalone")]
    [InlineData("reject " + Account + "pipeline/abalone", "pipeline/abalone' is no version of abalone")]
    public async Task What_decides_nothing_or_about_another_model_is_refused_before_anything_changes(string line, string fault)
    {
        (await ModelsAsync([.. line.Split(' '), "-s", Stack])).ShouldBe(1);
        _error.ToString().ShouldContain(fault);
    }

    [Theory]
    [InlineData("show 9", "mlops: abalone has no version '9'; it has 2, 1.")]
    [InlineData("list --model other", "MB0006 --model: got \"other\", stack single has abalone")]
    public async Task What_is_not_there_is_named(string line, string fault)
    {
        (await ModelsAsync([.. line.Split(' '), "-s", Stack])).ShouldBe(1);
        _error.ToString().ShouldContain(fault);
    }

    private void Describes(Dictionary<string, string> metadata) =>
        _sageMaker
            .Setup(one => one.DescribeModelPackageAsync(It.IsAny<DescribeModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeModelPackageResponse { CustomerMetadataProperties = metadata });

    private static ModelPackageSummary Summary(string arn, int version) =>
        new()
        {
            ModelPackageArn = arn,
            ModelPackageGroupName = "abalone",
            ModelPackageVersion = version,
            ModelApprovalStatus = ModelApprovalStatus.PendingManualApproval,
            CreationTime = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };

    private Task<int> ModelsAsync(params string[] arguments) =>
        RunAsync(ModelsCommand.Create(Context(), _ => throw new InvalidOperationException("not asked"), _ => _sageMaker.Object), arguments);

    private Task<int> RunAsync(Command command, params string[] arguments) => CommandRun.RunAsync(Context(), command, arguments);

    private CliContext Context() => CliContext.Create(_out, _error, redirected: true, _ => null);
}
