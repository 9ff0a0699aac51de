using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using Moq;

namespace MlopsBatch.Cli.Tests;

public sealed class ModelsCommandTests : IDisposable
{
    private const string Group = "arn:aws:sagemaker:eu-west-1:111122223333:model-package-group/abalone";
    private const string Version3 = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/3";
    private const string Version4 = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/4";

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly FileInfo _file = new(Path.GetTempFileName());

    public void Dispose() => _file.Delete();

    [Fact]
    public void Asks_once_for_all_stacks()
    {
        // Somebody approves version 4 between the two look-ups.
        var registry = new Registry(Version3, Version4);

        Run(registry, "--stack", "staging", "--stack", "prod", "--json").ShouldBe(0);

        registry.Questions.ShouldBe([Group]);
        Resolved("staging").ShouldBe(new Dictionary<string, string?> { ["abalone"] = Version3 });
        Resolved("prod").ShouldBe(new Dictionary<string, string?> { ["abalone"] = Version3 });
    }

    /// <summary>What is a review in staging may be none in production.</summary>
    [Fact]
    public void Asks_for_each_stack_whose_reviews_look_different() =>
        WithProduction(
            prod => prod.Replace("    roles: [deploy]\n", "    roles: [deploy]\n    review: {pattern: 'CAB-[0-9]+'}\n"),
            stack =>
            {
                Run(new Registry(Version4, Version3), "--stack", "staging", "--stack", stack, "--json").ShouldBe(0);

                Resolved("staging").ShouldBe(new Dictionary<string, string?> { ["abalone"] = Version4 });
                Resolved("changed").ShouldBe(new Dictionary<string, string?> { ["abalone"] = Version3 });
            }
        );

    /// <summary>The deployment is of the commit that the account has, which may lack a pin that was merged since.</summary>
    [Fact]
    public void A_pin_is_shown_and_not_handed_on() =>
        WithProduction(
            prod => prod.Replace("      - name: abalone\n", $"      - name: abalone\n        approvedModelPackageArn: {Version3}\n"),
            stack =>
            {
                Run(new Registry(), "--stack", stack, "--json").ShouldBe(0);
                Resolved("changed").ShouldBeEmpty();

                _out.GetStringBuilder().Clear();
                Run(new Registry(), "--stack", stack).ShouldBe(0);
                _out.ToString().Trim().ShouldBe($"changed  abalone  version 3  {Version3}");
            }
        );

    [Fact]
    public void Nothing_approved_is_an_answer()
    {
        Run(new Registry([null]), "--stack", "staging", "--json").ShouldBe(0);

        Resolved("staging").ShouldBe(new Dictionary<string, string?> { ["abalone"] = null });
        _out.GetStringBuilder().Clear();
        Run(new Registry([null]), "--stack", "staging").ShouldBe(0);
        _out.ToString().Trim().ShouldBe("staging  abalone  no version is approved");
    }

    [Fact]
    public void Shows_people_the_version()
    {
        Run(new Registry(Version3), "--stack", "prod").ShouldBe(0);
        _out.ToString().Trim().ShouldBe($"prod  abalone  version 3  {Version3}");
    }

    [Fact]
    public void A_registry_that_refuses_is_told_and_leaves_nothing_to_deploy()
    {
        Run(new Registry(), "--stack", "prod", "--json").ShouldBe(1);
        _error.ToString().ShouldContain("MB0023 group abalone: AccessDenied");
        JsonNode.Parse(_out.ToString())!["faults"]![0]!["code"]!.GetValue<string>().ShouldBe("MB0023");
        Should.Throw<FaultException>(() => Resolved("prod"));
    }

    [Fact]
    public async Task Missing_credentials_are_said_with_the_mend()
    {
        var client = new Mock<IAmazonSageMaker>();
        client
            .Setup(sageMaker => sageMaker.ListModelPackagesAsync(It.IsAny<ListModelPackagesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonClientException("Failed to resolve AWS credentials.\nException 1 of 4: …"));

        var fault = await Should.ThrowAsync<FaultException>(() =>
            new RegistryApprovedModels(client.Object, new ReviewGate()).FindAsync(Asked("abalone"))
        );
        fault
            .Faults.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "MB0023 group abalone: Failed to resolve AWS credentials. Needs AWS credentials of this run: AWS_PROFILE, "
                    + "AWS_ROLE_ARN with AWS_WEB_IDENTITY_TOKEN_FILE, or AWS_ACCESS_KEY_ID with its companions"
            );
    }

    [Fact]
    public async Task A_deployment_takes_what_was_resolved()
    {
        var resolved = new ResolvedModels(
            new Dictionary<string, string?> { ["abalone"] = Version3, ["wine"] = null },
            new Lazy<IApprovedModels>(new Registry(Version4))
        );

        (await resolved.FindAsync(Asked(Group))).Version!.ModelPackageArn.ShouldBe(Version3);
        (await resolved.FindAsync(Asked("abalone"))).Version!.ModelPackageArn.ShouldBe(Version3);
        (await resolved.FindAsync(Asked("wine"))).Version.ShouldBeNull();
        (await resolved.FindAsync(Asked("merged-since"))).Version!.ModelPackageArn.ShouldBe(Version4);
        var pin = Asked("abalone") with { Pinned = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/1" };
        (await resolved.FindAsync(pin)).Version!.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"prod\": {}}", "it has no stack \"staging\", only prod")]
    [InlineData("null", "it has no stack \"staging\", only ")]
    [InlineData("{\"staging\": 3}", "it doesn't fit at $.staging")]
    [InlineData("", "it is empty or no JSON")]
    public void A_file_that_does_not_fit_stops_the_deployment(string text, string why)
    {
        File.WriteAllText(_file.FullName, text);

        var fault = Should.Throw<FaultException>(() => ResolvedVersions.Read(_file, "staging"));
        fault.Message.ShouldContain($"MB0037 MLOPS_APPROVED_MODELS: got \"{_file}\", which can't be used: {why}");
        fault.Message.ShouldContain("./mlops models approved --stack staging --json");
    }

    [Fact]
    public void A_file_that_is_not_there_or_a_folder_is_told_in_the_projects_own_words()
    {
        File.Delete(_file.FullName);
        var nowhere = Should.Throw<FaultException>(() => ResolvedVersions.Read(_file, "staging"));
        nowhere.Message.ShouldContain($"MB0037 MLOPS_APPROVED_MODELS: got \"{_file}\", which can't be used: there is no such file; make");

        Directory.CreateDirectory(_file.FullName);
        var folder = Should.Throw<FaultException>(() => ResolvedVersions.Read(_file, "staging"));
        Directory.Delete(_file.FullName);
        folder.Message.ShouldContain("which can't be used: it is a folder; make");
    }

    /// <summary>One version that was registered by hand stopped the deployments of all models.</summary>
    [Fact]
    public void A_version_that_cannot_be_deployed_is_told_and_the_others_are_handed_on()
    {
        var registry = new Registry(Version3) { PassedOver = { new(Version4, "it has no model artifact", IsBySettings: false) } };

        Run(registry, "--stack", "staging", "--stack", "prod", "--json").ShouldBe(0);

        Resolved("prod").ShouldBe(new Dictionary<string, string?> { ["abalone"] = Version3 });
        var why = ResolvedVersions.Read(_file, "prod").PassedOver[Version4];
        why.ShouldStartWith("version 4 can't be deployed: it has no model artifact. ");
        _error.ToString().Trim().ReplaceLineEndings("\n").Split('\n').ShouldBe(
            from stack in new[] { "staging", "prod" }
            select $"warning: {stack}: MB0036 {Version4}: can't be deployed: it has no model artifact; "
                + "version 3 is taken. Reject it, and approve a version that the training pipeline registered"
        );
    }

    [Fact]
    public void Where_only_the_settings_stand_against_it_the_deployment_looks_up_by_its_own()
    {
        var registry = new Registry([null]) { PassedOver = { new(Version4, "its artifact is elsewhere", IsBySettings: true) } };

        Run(registry, "--stack", "prod", "--json").ShouldBe(0);

        Resolved("prod").ShouldBeEmpty();
        Run(new Registry([null]) { PassedOver = { registry.PassedOver[0] } }, "--stack", "prod").ShouldBe(0);
        _out.ToString().ShouldContain("prod  abalone  no version that is approved can be deployed");
    }

    private static ModelQuestion Asked(string group) => new(group, null, "s3://b/");

    private IReadOnlyDictionary<string, string?> Resolved(string stack)
    {
        File.WriteAllText(_file.FullName, _out.ToString());
        return ResolvedVersions.Read(_file, stack).Versions;
    }

    private int Run(Registry registry, params string[] arguments)
    {
        var context = Context();
        return CommandRun
            .RunAsync(
                context,
                ModelsCommand.Create(context, _ => registry, _ => throw new InvalidOperationException("not asked")),
                ["approved", .. arguments]
            )
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>With a file of a stack called "changed", like production's but for a change.</summary>
    private void WithProduction(Func<string, string> change, Action<string> act)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-models-");
        try
        {
            var prod = File.ReadAllText(Path.Combine(Context().ProjectRoot.FullName, "Pulumi.prod.yaml"));
            var changed = change(prod);
            changed.ShouldNotBe(prod);
            var path = Path.Combine(folder.FullName, "Pulumi.changed.yaml");
            File.WriteAllText(path, changed);
            act(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private CliContext Context() => CliContext.Create(_out, _error, redirected: true, _ => null);

    /// <summary>Gives one answer after the other; without answers left it refuses.</summary>
    private sealed class Registry(params string?[] answers) : IApprovedModels
    {
        private readonly Queue<string?> _answers = new(answers);

        public List<string> Questions { get; } = [];

        public List<PassedOverVersion> PassedOver { get; } = [];

        public Task<ModelLookUp> FindAsync(ModelQuestion question)
        {
            var pinned = question.Pinned;
            Questions.Add(question.Group);
            if (pinned is null && _answers.Count == 0)
            {
                throw new FaultException(new Fault(FaultCatalogue.RegistryLookUp, "group abalone: AccessDenied"));
            }

            var arn = pinned ?? _answers.Dequeue();
            ApprovedModel? version =
                arn is null
                    ? null
                    : new(
                        arn,
                        int.Parse(arn.Split('/')[^1]),
                        "s3://b/model.tar.gz",
                        "s3://b/statistics.json",
                        "s3://b/constraints.json"
                    );
            return Task.FromResult(new ModelLookUp(version, PassedOver));
        }
    }
}
