using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.Tests.Deployments;

/// <summary>The example stacks as they stand, deployed into a local cloud that holds them to their own policies.</summary>
public sealed class StackDeploymentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-deployment-");

    [Theory]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task A_stack_deploys_and_a_second_time_nothing_changes(string name)
    {
        await using var cloud = Start();
        var context = Context(name);
        var (stack, first) = await StackDeployment.UpAsync(cloud.Default, context, FixedApprovedModels.None);
        first.Count.ShouldBe(stack.Resources.Length);
        first.ShouldAllBe(operation => operation.Kind == OperationKind.Create);

        var (_, second) = await StackDeployment.UpAsync(cloud.Default, context, FixedApprovedModels.None);
        second.Where(operation => operation.Kind != OperationKind.Same).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_refers_to_a_resource_has_the_values_that_the_cloud_gave_it()
    {
        await using var cloud = Start();
        await StackDeployment.UpAsync(cloud.Default, Context("dev"), FixedApprovedModels.None);
        var lambda = cloud.Default.Service<LambdaService>();
        var topics = cloud.Default.Service<MlopsBatch.LocalCloud.Sns.SnsService>().ListTopics().Select(topic => topic.Arn);
        lambda
            .ListFunctions()
            .SelectMany(function => function.Environment)
            .Where(variable => variable.Key.EndsWith("TOPIC_ARN", StringComparison.Ordinal))
            .Select(variable => variable.Value)
            .ShouldBeSubsetOf(topics);
        var state = cloud.Default.Service<DeploymentService>().State("dev");
        var keys = state.Where(one => one.Declared.Type == "aws:kms/key:Key").Select(one => one.Value("arn")!.ToString()).ToList();
        state
            .Where(one => one.Declared.Type == "aws:sqs/queue:Queue")
            .Select(one => one.Value("kmsMasterKeyId")!.ToString())
            .ShouldBeSubsetOf(keys);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private LocalCloud.Cloud Start() =>
        new(
            new()
            {
                Root = Path.Combine(_folder.FullName, "cloud"),
                Region = "eu-west-1",
                EnforceIam = true,
            }
        );

    private static StackContext Context(string name)
    {
        var file = StackFile.Read(new DirectoryInfo(TestOptions.ProjectRoot()), name);
        return new()
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(file.Settings, new StackFacts(file.Stack, file.Region, null)),
            Files = new ProjectFiles(new DirectoryInfo(TestOptions.ProjectRoot())),
        };
    }
}
