using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using Moq;

namespace MlopsBatch.Cli.Tests;

/// <summary><c>mlops cleanup</c> by the AWS SDK's interface alone.</summary>
public sealed class CleanupCommandTests
{
    private const string Stack = "docs/examples/Pulumi.single.yaml";
    private static readonly DateTime Now = new(2026, 12, 20, 3, 0, 0, DateTimeKind.Utc);

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly Mock<IAmazonSageMaker> _sageMaker = new(MockBehavior.Strict);
    private readonly Dictionary<string, Dictionary<string, string>> _models = [];
    private readonly List<string> _deleted = [];

    public CleanupCommandTests()
    {
        _sageMaker.Setup(one => one.Dispose());
        _sageMaker
            .Setup(one => one.ListModelsAsync(It.IsAny<ListModelsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ListModelsRequest request, CancellationToken _) => List(request));
        _sageMaker
            .Setup(one => one.ListTagsAsync(It.IsAny<ListTagsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (ListTagsRequest request, CancellationToken _) =>
                    new ListTagsResponse
                    {
                        Tags = [.. _models[request.ResourceArn!.Split('/')[1]].Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
                    }
            );
        _sageMaker
            .Setup(one => one.DeleteModelAsync(It.IsAny<DeleteModelRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (DeleteModelRequest request, CancellationToken _) =>
                {
                    _deleted.Add(request.ModelName!);
                    return new DeleteModelResponse();
                }
            );
        _models["pipelines-a"] = Tags();
        _models["pipelines-b"] = Tags();
    }

    [Fact]
    public async Task What_batches_left_is_listed_and_nothing_is_deleted_without_yes()
    {
        (await RunAsync("-s", Stack)).ShouldBe(0);

        _out.ToString()
            .ShouldBe(
                """
                2026-11-01  abalone  pipelines-a
                2026-11-02  abalone  pipelines-b
                2 models older than 30 days. Nothing was deleted: './mlops cleanup --stack single --older-than 30 --yes' deletes them.

                """
            );
        _deleted.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_yes_all_of_them_are_deleted()
    {
        (await RunAsync("-s", Stack, "--yes", "--json")).ShouldBe(0);

        _deleted.ShouldBe(["pipelines-a", "pipelines-b"]);
        JsonNode.Parse(_out.ToString())!.AsArray().ShouldAllBe(row => row!["deleted"]!.GetValue<bool>());
    }

    /// <summary>An account holds models of other stacks, of other models and of people's own; none of them may go.</summary>
    [Theory]
    [InlineData("environment", "prod")]
    [InlineData("environment", null)]
    [InlineData("model", "churn")]
    [InlineData("model", null)]
    [InlineData("project", "another")]
    public async Task Models_of_others_stay(string tag, string? value)
    {
        _models.Remove("pipelines-b");
        _models["pipelines-a"].Remove(tag);
        if (value is not null)
        {
            _models["pipelines-a"][tag] = value;
        }

        (await RunAsync("-s", Stack, "--yes")).ShouldBe(0);

        _deleted.ShouldBeEmpty();
        _out.ToString().Trim().ShouldBe("Batch inference of stack single has left no model that is older than 30 days.");
    }

    [Fact]
    public async Task Tags_that_were_changed_since_and_say_nothing_about_the_owner_dont_hide_a_model()
    {
        _models["pipelines-a"]["costCenter"] = "4711";

        (await RunAsync("-s", Stack, "--yes")).ShouldBe(0);

        _deleted.ShouldBe(["pipelines-a", "pipelines-b"]);
    }

    [Fact]
    public async Task A_model_that_may_not_be_deleted_is_told_and_the_others_go()
    {
        Refuses("pipelines-a", "AccessDeniedException", "User is not authorized to perform: sagemaker:DeleteModel");

        (await RunAsync("-s", Stack, "--yes")).ShouldBe(1);

        _deleted.ShouldBe(["pipelines-b"]);
        var lines = _out.ToString().Split('\n');
        lines[0].ShouldStartWith("2026-11-01  abalone  pipelines-a: SageMaker refused to delete pipelines-a: AccessDeniedException: ");
        lines[1].ShouldBe("2026-11-02  abalone  pipelines-b: deleted");
        lines[2].ShouldBe("1 model deleted, 1 not: see above.");
    }

    [Fact]
    public async Task A_model_that_is_gone_meanwhile_is_no_fault()
    {
        Refuses("pipelines-a", "ValidationException", "Could not find model \"arn:aws:sagemaker:eu-west-1:111122223333:model/a\".");

        (await RunAsync("-s", Stack, "--yes")).ShouldBe(0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("7d")]
    [InlineData("99999")]
    public async Task An_age_that_is_none_is_refused(string days)
    {
        (await RunAsync("-s", Stack, "--yes", $"--older-than={days}")).ShouldBe(2);

        _error.ToString().ShouldContain($"--older-than: got '{days}', needs a whole number of days from 1 to 3650.");
        _deleted.ShouldBeEmpty();
    }

    private static Dictionary<string, string> Tags() =>
        new()
        {
            ["project"] = "mlops-batch",
            ["environment"] = "single",
            ["model"] = "abalone",
            ["owner"] = "somebody",
        };

    private ListModelsResponse List(ListModelsRequest request)
    {
        request.CreationTimeBefore.ShouldBe(Now.AddDays(-30));
        request.NameContains.ShouldBe("pipelines-");
        var all = _models.Keys.Order(StringComparer.Ordinal).ToList();
        var at = request.NextToken is null ? 0 : all.IndexOf(request.NextToken);
        return new ListModelsResponse
        {
            Models =
            [
                new()
                {
                    ModelName = all[at],
                    ModelArn = $"arn:aws:sagemaker:eu-west-1:111122223333:model/{all[at]}",
                    CreationTime = new DateTime(2026, 11, 1 + at, 0, 0, 0, DateTimeKind.Utc),
                },
            ],
            NextToken = at + 1 < all.Count ? all[at + 1] : null,
        };
    }

    private void Refuses(string name, string code, string message) =>
        _sageMaker
            .Setup(one => one.DeleteModelAsync(It.Is<DeleteModelRequest>(r => r.ModelName == name), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonServiceException(message) { ErrorCode = code, StatusCode = HttpStatusCode.BadRequest });

    private Task<int> RunAsync(params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, _ => null) with
        {
            Time = new FakeTimeProvider(new DateTimeOffset(Now)),
        };
        return CommandRun.RunAsync(context, new CleanupCommand(context, _ => _sageMaker.Object).Create(), arguments);
    }
}
