using System.Diagnostics;
using System.Globalization;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Local;

namespace MlopsBatch.Rehearsal.Tests.Local;

/// <summary>The loop, driven by the AWS CLI and boto3 alone: they are told an address and keys, and nothing of this project.</summary>
public sealed class LocalEnvironmentTests : IDisposable
{
    private const string Install = "apt-get install -y awscli python3-boto3";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-local-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Uploading_approving_and_scoring_by_the_AWS_CLI_and_boto3()
    {
        await using var local = await StartAsync();
        var cloud = local.Cloud;
        var training = WriteData("train.csv", 500, withTarget: true);
        var batch = WriteData("batch.csv", 60, withTarget: false);

        // L1 to L3: training data arrives, a version is registered, people are told.
        await AwsAsync(local, "data-engineer", "s3", "cp", training, "s3://example-mlops/abalone/training/data/raw/training-data.csv");
        await cloud.WhenIdleAsync();
        var asked = cloud.Outbox.Mails.Where(mail =>
            mail.Subject.StartsWith("Approve or reject abalone version 1", StringComparison.Ordinal)
        );
        asked.Select(mail => mail.To).Order().ShouldBe(["ds@example.com", "ops@example.com"]);

        // L4 and L5: a person approves by boto3; GitLab deploys.
        var approved = await BotoAsync(
            local,
            "data-scientist",
            """
            sm = client("sagemaker")
            version = sm.list_model_packages(ModelPackageGroupName="abalone")["ModelPackageSummaryList"][0]
            assert version["ModelApprovalStatus"] == "PendingManualApproval", version
            sm.update_model_package(ModelPackageArn=version["ModelPackageArn"], ModelApprovalStatus="Approved", ApprovalDescription="good")
            print(version["ModelPackageArn"])
            """
        );
        await cloud.WhenIdleAsync();
        await local.GitLab.WhenIdleAsync();
        var pipeline = local.GitLab.Pipelines.ShouldHaveSingleItem();
        pipeline.Status.ShouldBe("success", pipeline.FailureReason);
        pipeline.Variables["MLOPS_MODEL_PACKAGE_ARN"].ShouldBe(approved.Trim());

        // L6: a batch arrives and is scored with that version.
        await AwsAsync(local, "data-engineer", "s3", "cp", batch, "s3://example-mlops/abalone/batch-scoring/data/raw/batch.csv");
        await cloud.WhenIdleAsync();
        var scored = cloud.Default.SageMaker.ListPipelineExecutions("abalone-batch-inference").ShouldHaveSingleItem();
        scored.Status.ShouldBe(
            ExecutionStatus.Succeeded,
            string.Join('\n', scored.Steps.Select(step => $"{step.Name}: {step.FailureReason}"))
        );
        var results = await AwsAsync(
            local,
            "data-scientist",
            "s3",
            "ls",
            "--recursive",
            $"s3://example-mlops/abalone/batch-scoring/results/{scored.Id}/"
        );
        results.ShouldContain(".out");
        cloud.Undelivered.All.ShouldBeEmpty();
        cloud.Authorizer.Denials.Select(denial => denial.Reason).ShouldBeEmpty();

        // The policies that the stack has for people hold: who brings data decides nothing.
        await BotoAsync(
            local,
            "data-engineer",
            """
            from botocore.exceptions import ClientError
            try:
                client("sagemaker").list_model_packages(ModelPackageGroupName="abalone")
                raise SystemExit("a data engineer may list versions")
            except ClientError as fault:
                assert fault.response["Error"]["Code"].startswith("AccessDenied"), fault
            """
        );
    }

    private async Task<LocalEnvironment> StartAsync()
    {
        var root = new DirectoryInfo(TestOptions.ProjectRoot());
        var file = StackFile.Read(root, "docs/examples/Pulumi.single.yaml");
        var stack = new StackContext
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(file.Settings, new StackFacts(file.Stack, file.Region, null)),
            Files = new ProjectFiles(root),
        };
        return await LocalEnvironment.StartAsync(
            [new(null, _ => stack)],
            new()
            {
                Root = Path.Combine(_folder.FullName, "cloud"),
                Region = file.Region,
                PythonCommand = Environment.GetEnvironmentVariable("MLOPS_PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3",
                DataQualityScript = Path.Combine(root.FullName, "scripts", ScriptNames.DataQuality),
                EnforceIam = true,
            }
        );
    }

    private string WriteData(string name, int rows, bool withTarget)
    {
        var random = new Random(1);
        var lines = Enumerable
            .Range(0, rows)
            .Select(_ =>
            {
                var x = Enumerable.Range(0, 4).Select(_ => random.NextDouble()).ToList();
                var y = 10 + (20 * x[0]) + (8 * x[1]) - (5 * x[2]) + random.NextDouble();
                return string.Join(',', (withTarget ? x.Append(y) : x).Select(value => value.ToString("F5", CultureInfo.InvariantCulture)));
            });
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private Task<string> AwsAsync(LocalEnvironment local, string person, params string[] arguments) =>
        RunAsync(local, person, File.Exists("/usr/bin/aws") ? "/usr/bin/aws" : "aws", ["--endpoint-url", local.Server.Url, .. arguments]);

    private Task<string> BotoAsync(LocalEnvironment local, string person, string script) =>
        RunAsync(
            local,
            person,
            "/usr/bin/python3",
            ["-c", $"import boto3\ndef client(name):\n    return boto3.client(name, endpoint_url=\"{local.Server.Url}\")\n{script}"]
        );

    private async Task<string> RunAsync(LocalEnvironment local, string person, string program, IReadOnlyList<string> arguments)
    {
        var key = local.Keys[person];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["AWS_ACCESS_KEY_ID"] = key.Id;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = key.Secret;
        start.Environment["AWS_DEFAULT_REGION"] = local.Cloud.Options.Region;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' is missing; install it: {Install}");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)} ({Install})\n{await output}\n{await error}");
        return await output;
    }
}
