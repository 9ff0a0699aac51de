using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>What GitLab would make of our files: which jobs run when, in which order, and what they execute.</summary>
internal sealed class GitLabPipeline
{
    private static readonly string[] NoJobs = ["include", "workflow", "stages", "variables", "default"];

    private readonly YamlMappingNode _config;

    public GitLabPipeline(string path = ".gitlab-ci.yml", Dictionary<string, string>? inputs = null)
    {
        _config = GitLabYaml.Load(Root, path, inputs);
        Jobs = _config
            .Children.Select(entry => (Name: ((YamlScalarNode)entry.Key).Value!, entry.Value))
            .Where(entry => !NoJobs.Contains(entry.Name) && entry.Name[0] != '.')
            .ToDictionary(entry => entry.Name, entry => (YamlMappingNode)entry.Value);
        Stages = [.. _config.Get("stages").Items().Select(stage => ((YamlScalarNode)stage).Value!)];
        Variables = _config.Get("variables").Map();
    }

    public static DirectoryInfo Root { get; } =
        CliContext.Create(TextWriter.Null, TextWriter.Null, redirected: true, _ => null).ProjectRoot;

    public Dictionary<string, YamlMappingNode> Jobs { get; }

    public IReadOnlyList<string> Stages { get; }

    public Dictionary<string, string> Variables { get; }

    public YamlNode Default => _config.Get("default")!;

    /// <summary>Jobs in the order of their stages, a manual one with <c>?</c> behind its name; none if there is no pipeline.</summary>
    /// <param name="source">Value of <c>CI_PIPELINE_SOURCE</c>.</param>
    /// <param name="variables">Variables of the project, or of this pipeline.</param>
    public string Run(string source, params (string Name, string Value)[] variables)
    {
        var known = new Dictionary<string, string>(Variables) { ["CI_DEFAULT_BRANCH"] = "main", ["CI_PIPELINE_SOURCE"] = source };
        if (source != "merge_request_event")
        {
            known["CI_COMMIT_BRANCH"] = "main";
        }

        foreach (var (name, value) in variables)
        {
            known[name] = value;
        }

        if (When(_config.Get("workflow")!.Get("rules"), known) is null or "never")
        {
            return "";
        }

        return string.Join(
            ' ',
            Jobs.Select(job => (job.Key, Stage: StageOf(job.Key), When: When(job.Value.Get("rules"), known)))
                .Where(job => job.When is not null and not "never")
                .OrderBy(job => job.Stage)
                .Select(job =>
                    job.When switch
                    {
                        "manual" => $"{job.Key}?",
                        "on_failure" => $"{job.Key}!",
                        _ => job.Key,
                    }
                )
        );
    }

    /// <summary>Position of the job's stage.</summary>
    public int StageOf(string job) => Stages.ToList().IndexOf(Jobs[job].Text("stage") ?? "test");

    /// <summary>What the job executes, as one script.</summary>
    public string Script(string job) => Lines(job, "script");

    /// <summary>What it executes afterwards, in a shell of its own, whatever became of the script; empty if nothing.</summary>
    public string AfterScript(string job) => Lines(job, "after_script");

    private string Lines(string job, string key) =>
        string.Join('\n', Jobs[job].Get(key).Items().Select(line => ((YamlScalarNode)line).Value!.TrimEnd()));

    /// <summary>The first rule that fits says when; no rule that fits: never.</summary>
    private static string? When(YamlNode? rules, Dictionary<string, string> variables) =>
        rules
            .Items()
            .Where(rule => rule.Text("if") is not { } condition || RuleExpression.Holds(condition, variables))
            .Select(rule => rule.Text("when") ?? "on_success")
            .FirstOrDefault();
}
