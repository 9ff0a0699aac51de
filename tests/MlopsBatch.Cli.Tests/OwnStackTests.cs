using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Cli.Tests;

/// <summary>
/// Tools that work offline, with a stack's file that differs from the default in every respect, in a project of its own.
/// </summary>
public sealed class OwnStackTests : IDisposable
{
    private const string Stack = """
        config:
          aws:region: us-east-1
          mlops-batch:settings:
            roles: [registry, build, deploy]
            bucket: {name: example-ml, prefix: ml/batch, intermediateDays: 30}
            network: {subnetIds: [subnet-0aaaaaaaaaaaaaaaa], securityGroupIds: [sg-0bbbbbbbbbbbbbbbb]}
            iam: {path: /ml/, permissionsBoundary: "arn:aws:iam::111122223333:policy/bounds"}
            notifications: {functionName: ml-notices, recipients: [platform@example.com], notifyOn: all}
            gitLab: {url: "https://git.example.com/lab", project: teams/ml/churn, ref: release, mode: pipeline, tokenSecretName: ml/token}
            requireReview: false
            models:
              - {name: other, responsible: [ds@example.com], metric: {threshold: 10}}
              - name: churn
                modelPackageGroup: churn-versions
                pipelines: {training: churn-train, trainingWithHpo: churn-tune, inference: churn-score}
                responsible: [churn@example.com]
                metric: {name: f1, threshold: 0.4, confidence: 0.9, positiveClass: "yes"}
                frameworkVersion: 1.0-1
                target: left
                header: true
                recordId: customer
                exclude: [comment]
                missing: [unknown]
                separator: ";"
                decimal: ","
                scripts: ml/steps
                hyperparameters: {n_estimators: 30, max_depth: 3}
                hpo: {objective: "validation:auc", maxJobs: 20, maxParallel: 4, ranges: {max_depth: {integer: [2, 4]}}}
                triggers: {training: {prefix: weekly/}, inference: {prefix: daily/}}
                schedules: {inference: {cron: "15 4 ? * MON *", timeZone: America/New_York}}
                dataQuality: {engine: ModelMonitor}
                instances: {processing: {type: ml.m5.xlarge}, training: {type: ml.c5.2xlarge, volumeSizeInGb: 50}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-own-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public OwnStackTests()
    {
        var scripts = Path.Combine(Repository.Root.FullName, "scripts");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "scripts"), scripts);
        var own = _folder.CreateSubdirectory("ml/steps");
        // A model's folder has the steps; what makes a rehearsal's data stays the project's.
        foreach (var name in Directory.EnumerateFileSystemEntries(scripts).Select(Path.GetFileName).Where(name => name != "rehearsal"))
        {
            File.CreateSymbolicLink(Path.Combine(own.FullName, name!), Path.Combine(scripts, name!));
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.churn.yaml"), Stack);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Shown_pipelines_are_the_stacks_own()
    {
        (await RunAsync("pipelines", "show", "-s", "churn", "--model", "churn", "--json")).ShouldBe(0, _error.ToString());
        var pipelines = JsonNode.Parse(_out.ToString())!["pipelines"]!.AsArray();
        pipelines.Select(one => one!["name"]!.ToString()).ShouldBe(["churn-train", "churn-tune", "churn-score"]);
        Parameter(pipelines[0]!, "TrainingInstanceType").ShouldBe("ml.c5.2xlarge");
        Parameter(pipelines[0]!, "MetricThreshold").ShouldBe("0.4");
        Parameter(pipelines[0]!, "InputKey").ShouldBe("ml/batch/churn/training/data/raw/");
        Step(pipelines[0]!, "DataQualityCheckStep")["type"]!.ToString().ShouldBe("QualityCheck");
        Step(pipelines[0]!, "TrainingStep").ToJsonString().ShouldContain("n_estimators");
    }

    [Fact]
    public async Task Exported_definitions_are_what_would_be_deployed()
    {
        var target = Path.Combine(_folder.FullName, "definitions");
        (await RunAsync("pipelines", "export", "-s", "churn", "--out", target)).ShouldBe(0, _error.ToString());
        Directory
            .EnumerateFiles(target)
            .Select(Path.GetFileName)
            .ShouldBe(
                [
                    "churn-score.json",
                    "churn-train.json",
                    "churn-tune.json",
                    "other-batch-inference.json",
                    "other-training-with-hpo.json",
                    "other-training.json",
                ],
                ignoreOrder: true
            );
        _out.GetStringBuilder().Clear();
        (await RunAsync("resources", "-s", "churn", "--json")).ShouldBe(0);
        var declared = JsonNode.Parse(_out.ToString())!["resources"]!.AsArray()
            .Select(resource => resource!["inputs"]!)
            .Single(inputs => inputs["pipelineName"]?.ToString() == "churn-tune")["pipelineDefinition"]!.ToString();
        File.ReadAllText(Path.Combine(target, "churn-tune.json")).ShouldBe(declared + "\n");
    }

    [Theory]
    [InlineData("--model: got \"chrun\", stack churn has other, churn", "pipelines", "show", "-s", "churn", "--model", "chrun")]
    [InlineData("--engine goes without --stack", "pipelines", "show", "-s", "churn", "--engine", "Script")]
    [InlineData("--model and --approved go with --stack", "pipelines", "show", "--model", "churn")]
    [InlineData("--stack goes with --training-data", "rehearse", "-s", "churn", "--model", "churn")]
    [InlineData("--target goes without --stack", "rehearse", "-s", "churn", "--training-data", "x.csv", "--target", "left")]
    [InlineData("--threshold goes without --stack", "rehearse", "-s", "churn", "--training-data", "x.csv", "--threshold", "1")]
    [InlineData("--model: stack churn has the models other, churn; say which one", "rehearse", "-s", "churn", "--training-data", "x.csv")]
    public async Task What_the_settings_say_already_or_do_not_say_is_told(string words, params string[] arguments)
    {
        (await RunAsync(arguments)).ShouldBeOneOf(ExitCodes.Failure, ExitCodes.Usage);
        _error.ToString().ShouldContain(words);
        _out.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rehearsal_plays_the_models_own_settings()
    {
        var output = Path.Combine(_folder.FullName, "out");
        string[] arguments =
        [
            "rehearse", "-s", "churn", "--model", "churn", "--training-data", Data(), "--only", "scoring", "--out", output, "--json",
        ];
        (await RunAsync(arguments)).ShouldBe(0, _error.ToString());
        var report = JsonNode.Parse(_out.ToString())!;
        report["metric"]!["name"]!.ToString().ShouldBe("f1");
        report["metric"]!["threshold"]!.GetValue<double>().ShouldBe(0.4);
        var steps = report["executions"]!.AsArray().SelectMany(execution => execution!["steps"]!.AsArray()).ToList();
        steps.ShouldContain(step => step!["type"]!.ToString() == "QualityCheck");
        var hyperparameters = report["modelPackages"]![0]!["hyperparameters"]!;
        hyperparameters["n_estimators"]!.ToString().ShouldBe("30");
        hyperparameters["max_depth"]!.ToString().ShouldBe("3");
        var mails = string.Join("\n", report["notifications"]!.AsArray().Select(mail => mail!["body"]!.ToString()));
        mails.ShouldContain("model-package/churn-versions/1");
        mails.ShouldContain("GitLab project: teams/ml/churn, release");
        _error.ToString().ShouldContain("settings: model churn of stack churn; the rehearsal's own: ");
    }

    [Fact]
    public async Task A_graph_shows_the_stacks_own_names()
    {
        (await RunAsync("graph", "pipelines", "-s", "churn")).ShouldBe(0, _error.ToString());
        _out.ToString().ShouldContain("churn-tune");
    }

    [Fact]
    public async Task Costs_are_counted_from_the_stacks_own_machines_and_schedules()
    {
        (await RunAsync("cost", "-s", "churn", "--minutes", "6", "--tunings", "2", "--json")).ShouldBe(0, _error.ToString());
        var estimate = JsonNode.Parse(_out.ToString())!;
        var tune = estimate["runs"]!.AsArray().Single(run => run!["pipeline"]!.ToString() == "churn-tune")!;
        // Preparation and evaluation on ml.m5.xlarge, quality on ml.m5.xlarge; 20 trials and the fixed training on ml.c5.2xlarge.
        tune["jobs"]!.GetValue<int>().ShouldBe(24);
        tune["run"]!.GetValue<double>().ShouldBe(((3 * 0.23) + (21 * 0.408)) / 10, 1e-9);
        tune["runsAMonth"]!.GetValue<int>().ShouldBe(2);
        var score = estimate["runs"]!.AsArray().Single(run => run!["pipeline"]!.ToString() == "churn-score")!;
        score["why"]!.ToString().ShouldBe("its schedule");
        score["runsAMonth"]!.GetValue<int>().ShouldBeInRange(4, 5);
        estimate["withoutPrice"]!.AsArray().ShouldBeEmpty();
        var sum = estimate["fixed"]!.AsArray().Concat(estimate["runs"]!.AsArray()).Sum(line => line!["month"]!.GetValue<double>());
        estimate["month"]!.GetValue<double>().ShouldBe(sum, 1e-9);
        estimate["sources"]![0]!["asOf"]!.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_machine_without_a_price_makes_the_sum_a_least_one_and_own_prices_are_taken()
    {
        var prices = Path.Combine(_folder.FullName, "prices.json");
        (await RunAsync("cost", "--print-prices")).ShouldBe(0);
        var own = _out.ToString().Replace("\"ml.c5.2xlarge\"", "\"ml.c5.4xlarge\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(prices, own);
        _out.GetStringBuilder().Clear();
        (await RunAsync("cost", "-s", "churn", "--prices", prices)).ShouldBe(0, _error.ToString());
        _out.ToString().ShouldContain("churn in us-east-1: at least USD ");
        _out.ToString().ShouldContain("No price: ml.c5.2xlarge in us-east-1; add it with --prices.");
        _out.ToString().ShouldContain("Not counted:");

        await File.WriteAllTextAsync(prices, own.Replace("us-east-1", "sa-east-1", StringComparison.Ordinal));
        (await RunAsync("cost", "-s", "churn", "--prices", prices)).ShouldBe(1);
        _error.ToString().ShouldContain("there are no prices of us-east-1, only of eu-west-1, sa-east-1");
        await File.WriteAllTextAsync(prices, "{}");
        (await RunAsync("cost", "-s", "churn", "--prices", prices)).ShouldBe(1);
        _error.ToString().ShouldContain("can't be read as prices");
    }

    private string Data()
    {
        var file = Path.Combine(_folder.FullName, "train.csv");
        var random = new Random(7);
        var rows = Enumerable
            .Range(0, 600)
            .Select(row =>
            {
                var spend = 50 + (40 * (random.NextDouble() - 0.5));
                var plan = new[] { "basic", "plus", "pro", "unknown" }[random.Next(4)];
                var left = random.NextDouble() < (spend < 45 && plan != "pro" ? 0.85 : 0.06) ? "yes" : "no";
                var amount = spend.ToString("F2", CultureInfo.InvariantCulture).Replace('.', ',');
                return $"c{row:D5};{left};{random.Next(18, 80)};{amount};{plan};note {row}";
            });
        File.WriteAllLines(file, rows.Prepend("customer;left;age;spend;plan;comment"));
        return file;
    }

    private static string Parameter(JsonNode pipeline, string name) =>
        pipeline["parameters"]!.AsArray().Single(one => one!["name"]!.ToString() == name)!["default"]!.ToString();

    private static JsonNode Step(JsonNode pipeline, string name) =>
        pipeline["steps"]!.AsArray().Single(one => one!["name"]!.ToString() == name)!;

    private Task<int> RunAsync(params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, Environment.GetEnvironmentVariable) with { ProjectRoot = _folder };
        var root = new RootCommand
        {
            PipelinesCommand.Create(context),
            ResourcesCommand.Create(context),
            RehearseCommand.Create(context),
            GraphCommand.Create(context),
            CostCommand.Create(context),
        };
        return CommandRun.RunAsync(context, root, arguments);
    }
}
