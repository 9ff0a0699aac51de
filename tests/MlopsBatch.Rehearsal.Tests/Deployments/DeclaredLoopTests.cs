using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Logs;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;
using MlopsBatch.Rehearsal.Functions;

namespace MlopsBatch.Rehearsal.Tests.Deployments;

/// <summary>
/// The example stacks carry the loop by what they declare alone, in one account and across two, with IAM enforced: data
/// starts training, a decision reaches its function, a batch is scored, a violation starts tuning. No call is refused.
/// </summary>
public sealed class DeclaredLoopTests : IDisposable, IFunctionCode
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-declared-");
    private readonly List<string> _called = [];
    private StackFunctions? _notifications;

    [Theory]
    [InlineData("docs/examples/Pulumi.single.yaml", "docs/examples/Pulumi.single.yaml", "111122223333")]
    [InlineData("dev", "prod", "444455556666")]
    public async Task The_declarations_alone_carry_the_loop(string build, string deploy, string deployAccount)
    {
        await using var cloud = Start();
        await using var server = await CloudServer.StartAsync(cloud, 0);
        _notifications = new StackFunctions(() => server, _ => new(), Path.Combine(_folder.FullName, "layers"), TimeProvider.System);
        var (home, far) = (cloud.Default, cloud.Account(deployAccount));
        await StackDeployment.UpAsync(home, Context(build, home), new Approved(home));
        Put(home, "training/data/raw/training-data.csv", Rows(300));
        await SettleAsync(cloud);
        Execution(home, "abalone-training").Status.ShouldBe(ExecutionStatus.Succeeded);
        var version = home.SageMaker.Registry.ListModelPackages("abalone").ShouldHaveSingleItem();

        home.SageMaker.Registry.UpdateModelPackage(version.Arn, ModelPackage.Approved, "as expected");
        await SettleAsync(cloud);
        Calls("approval-deploy").ShouldBe(1);

        await StackDeployment.UpAsync(far, Context(deploy, home), new Approved(home));
        Put(far, "batch-scoring/data/ground-truth/batch.csv", Rows(100, keep: index => index == 2, shift: 3));
        Put(far, "batch-scoring/data/raw/batch.csv", Rows(100, keep: index => index != 2, shift: 3));
        await SettleAsync(cloud);
        var scoring = Execution(far, "abalone-batch-inference");
        scoring.Step(StepNames.BatchInference).Status.ShouldBe(StepStatus.Succeeded);
        scoring.Step(StepNames.ModelQualityViolation).FailureReason!.ShouldContain("missed");
        Execution(home, "abalone-training-with-hpo").Status.ShouldBe(ExecutionStatus.Succeeded);
        home.SageMaker.Registry.ListModelPackages("abalone").Count.ShouldBe(2);
        Audited(home, "MlopsBatch Tuning Started").ShouldHaveSingleItem().ShouldContain(scoring.Arn);
        Audited(home, "MlopsBatch Tuning Skipped").ShouldBeEmpty();

        // The next night's batch misses the threshold, too, while the tuned version waits for its review.
        Put(far, "batch-scoring/data/ground-truth/next.csv", Rows(100, keep: index => index == 2, shift: 3));
        Put(far, "batch-scoring/data/raw/next.csv", Rows(100, keep: index => index != 2, shift: 3));
        await SettleAsync(cloud);
        far.SageMaker.ListPipelineExecutions("abalone-batch-inference")
            .Count(one => one.Step(StepNames.ModelQualityViolation).FailureReason is not null)
            .ShouldBe(2);
        Execution(home, "abalone-training-with-hpo").Status.ShouldBe(ExecutionStatus.Succeeded);
        Audited(home, "MlopsBatch Tuning Started").ShouldHaveSingleItem();
        Audited(home, "MlopsBatch Tuning Skipped").ShouldHaveSingleItem().ShouldContain("abalone-training-with-hpo");
        var elsewhere = far == home ? "" : $" in {far.Id}";
        cloud
            .Outbox.Mails.Select(mail => mail.Subject)
            .Distinct()
            .Where(one => one.StartsWith("abalone: quality violated", StringComparison.Ordinal))
            .ShouldBe([
                $"abalone: quality violated{elsewhere}, tuning started",
                $"abalone: quality violated{elsewhere}, no tuning started: one began lately",
            ]);
        far.Service<EventBridgeService>().Matches.Keys.ShouldContain(rule => rule.Contains("violation", StringComparison.Ordinal));
        cloud.Authorizer.NotJudged.ShouldBeEmpty();
    }

    /// <summary>The function that tells and tunes is the real one, over HTTP; the other only notes that it is called.</summary>
    public Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation)
    {
        if (invocation.Function.Name.EndsWith("notifications", StringComparison.Ordinal))
        {
            return _notifications!.InvokeAsync(invocation, cancellation);
        }

        lock (_called)
        {
            _called.Add(invocation.Function.Name);
        }
        return Task.FromResult("null");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private int Calls(string function)
    {
        lock (_called)
        {
            return _called.Count(one => one.EndsWith(function, StringComparison.Ordinal));
        }
    }

    private static async Task SettleAsync(LocalCloud.Cloud cloud)
    {
        await cloud.WhenIdleAsync();
        cloud.Authorizer.Denials.Select(one => $"{one.Reason} {string.Join("; ", one.NearMisses)}").ShouldBeEmpty();
        cloud.Undelivered.All.ShouldBeEmpty();
        cloud.Activity.Faults.ShouldBeEmpty();
    }

    /// <summary>What the audit log says of a kind.</summary>
    private static IReadOnlyList<string> Audited(CloudAccount account, string detailType)
    {
        var logs = account.Service<LogsService>();
        return
        [
            .. logs.DescribeLogGroups()
                .Where(group => group.EndsWith("audit", StringComparison.Ordinal))
                .SelectMany(logs.FilterLogEvents)
                .Select(line => line.Message)
                .Where(message => message.Contains(detailType, StringComparison.Ordinal)),
        ];
    }

    private static PipelineExecution Execution(CloudAccount account, string pipeline) =>
        account.SageMaker.ListPipelineExecutions(pipeline).ShouldHaveSingleItem();

    /// <summary>Stores an object where the account's only data bucket has its model.</summary>
    private static void Put(CloudAccount account, string key, string text)
    {
        var bucket = account.S3.Buckets.Single(one =>
            one.Owner == account.Id && !one.Name.EndsWith("access-logs", StringComparison.Ordinal)
        );
        var prefix = bucket.Name == "example-mlops" ? "abalone" : "mlops/abalone";
        bucket.PutText($"{prefix}/{key}", text);
    }

    private LocalCloud.Cloud Start() =>
        new(
            new()
            {
                Root = Path.Combine(_folder.FullName, "cloud"),
                EnforceIam = true,
                FunctionCode = _ => this,
                DataQualityScript = Path.Combine(TestOptions.ProjectRoot(), "scripts", ScriptNames.DataQuality),
                PythonCommand = Environment.GetEnvironmentVariable("MLOPS_PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3",
            }
        );

    /// <summary>An example's settings, with two trials at most and, where it names the registry's key, the key that there is.</summary>
    private static StackContext Context(string name, CloudAccount registry)
    {
        var root = new DirectoryInfo(TestOptions.ProjectRoot());
        var file = StackFile.Read(root, name);
        var settings = JsonNode.Parse(file.Settings!)!;
        if (settings["models"]![0]!["hpo"] is JsonObject hpo)
        {
            hpo["maxJobs"] = 2;
        }
        if (settings["registry"] is JsonObject given)
        {
            var state = registry.Service<DeploymentService>().State("dev");
            given["kmsKeyArn"] = state.Single(one => one.Declared is { Type: "aws:kms/key:Key", Name: "data" }).Value("arn")!.ToString();
        }
        return new()
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(settings.ToJsonString(), new StackFacts(file.Stack, file.Region, null)),
            Files = new ProjectFiles(root),
        };
    }

    /// <summary>Rows without header whose last column follows from the others.</summary>
    private static string Rows(int count, Func<int, bool>? keep = null, double shift = 0)
    {
        var random = new Random(7);
        var text = new StringBuilder();
        for (var row = 0; row < count; row++)
        {
            var (a, b) = (random.NextDouble() + shift, random.NextDouble());
            double[] cells = [a, b, (4 * a) - b];
            var kept = cells
                .Where((_, index) => keep?.Invoke(index) ?? true)
                .Select(cell => cell.ToString("0.000", CultureInfo.InvariantCulture));
            text.Append(string.Join(',', kept)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The approved version with the highest number, as the registry has it.</summary>
    private sealed class Approved(CloudAccount registry) : IApprovedModels
    {
        public Task<ModelLookUp> FindAsync(ModelQuestion question)
        {
            var name = question.Group.Split('/')[^1];
            var known = registry.SageMaker.Registry.ListModelPackageGroups().Any(one => one.Name == name);
            var versions = known ? registry.SageMaker.Registry.ListModelPackages(name, ModelPackage.Approved, descending: true) : [];
            return Task.FromResult(
                ModelLookUp.Of(
                    versions is [var version, ..]
                        ? new ApprovedModel(
                            version.Arn,
                            version.Version,
                            version.ModelDataUrl!,
                            version.BaselineStatisticsUri!,
                            version.BaselineConstraintsUri!
                        )
                        : null
                )
            );
        }
    }
}
