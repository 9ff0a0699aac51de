using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.Tests.Deployments;

/// <summary>What the stack declares carries the loop's first arrows by itself, with IAM enforced: no call is refused.</summary>
public sealed class DeclaredLoopTests : IDisposable, IFunctionCode
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-declared-");
    private readonly List<(string Function, JsonNode Payload)> _seen = [];

    [Fact]
    public async Task Training_data_starts_training_which_registers_a_version_of_which_the_functions_are_told()
    {
        await using var cloud = Start();
        await StackDeployment.UpAsync(cloud.Default, Context(), FixedApprovedModels.None);
        cloud.Default.S3.Bucket("example-mlops").PutText("abalone/training/data/raw/training-data.csv", Rows(300));
        await cloud.WhenIdleAsync();

        cloud.Authorizer.Denials.Select(one => one.Reason).ShouldBeEmpty();
        cloud.Activity.Faults.ShouldBeEmpty();
        var execution = cloud.Default.SageMaker.ListPipelineExecutions("abalone-training").ShouldHaveSingleItem();
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var version = cloud.Default.SageMaker.Registry.ListModelPackages("abalone").ShouldHaveSingleItem();
        cloud
            .Authorizer.Requests.Where(request => request.Caller.Principal.Type == PrincipalType.Role)
            .Select(request => request.Action)
            .ShouldContain("sagemaker:CreateModelPackage");
        lock (_seen)
        {
            _seen.ShouldContain(one => one.Payload["detail"]!["ModelPackageArn"] != null);
        }

        cloud.Default.SageMaker.Registry.UpdateModelPackage(version.Arn, "Approved", "as expected");
        await cloud.WhenIdleAsync();
        lock (_seen)
        {
            _seen.Count(one => one.Function.EndsWith("approval-deploy", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    public Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation)
    {
        lock (_seen)
        {
            _seen.Add((invocation.Function.Name, JsonNode.Parse(invocation.Payload)!));
        }
        return Task.FromResult("null");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private LocalCloud.Cloud Start() =>
        new(
            new()
            {
                Root = Path.Combine(_folder.FullName, "cloud"),
                EnforceIam = true,
                FunctionCode = _ => this,
                DataQualityScript = Path.Combine(TestOptions.ProjectRoot(), "scripts", MlopsBatch.Pipelines.ScriptNames.DataQuality),
                PythonCommand = Environment.GetEnvironmentVariable("MLOPS_PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3",
            }
        );

    private static StackContext Context()
    {
        var root = new DirectoryInfo(TestOptions.ProjectRoot());
        var file = StackFile.Read(root, "docs/examples/Pulumi.single.yaml");
        return new()
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(file.Settings, new StackFacts(file.Stack, file.Region, null)),
            Files = new ProjectFiles(root),
        };
    }

    /// <summary>Rows without header whose last column follows from the others.</summary>
    private static string Rows(int count)
    {
        var random = new Random(7);
        var text = new StringBuilder();
        for (var row = 0; row < count; row++)
        {
            var (a, b) = (random.NextDouble(), random.NextDouble());
            text.Append(CultureInfo.InvariantCulture, $"{a:0.000},{b:0.000},{(4 * a) - b:0.000}\n");
        }
        return text.ToString();
    }
}
