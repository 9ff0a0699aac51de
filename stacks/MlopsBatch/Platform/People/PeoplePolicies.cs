using MlopsBatch.Configuration;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Iam;

namespace MlopsBatch.Platform.People;

/// <summary>Managed policies to attach to people's roles: each does its work and not another's.</summary>
internal sealed class PeoplePolicies : ComponentResource
{
    private readonly Account _account;

    public PeoplePolicies(Account account, Foundation foundation, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:PeoplePolicies", "people", options)
    {
        _account = account;
        DataScientist = Add("data-scientist", "Reads data and models, decides on versions, starts tuning.", [.. DataScientistGrants(foundation)]);
        DataEngineer = Add("data-engineer", "Puts training data, batches and ground truth.", [foundation.Bucket.GrantWrite([.. account.Settings.Models.SelectMany(model => Supplied(foundation, model))])]);
        Operator = Add("operator", "Starts and stops pipelines, empties dead-letter queues, reads logs.", [.. OperatorGrants(foundation)]);
        NoApprovals = Add("no-approvals", "Denies decisions about versions: attach it to the roles of CI.", [Separation.DenyDecisions(account)]);
        RegisterOutputs();
    }

    public Output<string> DataScientist { get; }

    public Output<string> DataEngineer { get; }

    public Output<string> Operator { get; }

    public Output<string> NoApprovals { get; }

    private Output<string> Add(string name, string description, IReadOnlyList<Action<Grantee>> grants) =>
        new Policy(name, new PolicyArgs
        {
            Name = _account.Names.Of(name),
            Description = description,
            PolicyDocument = PolicyText.Of(Grantee.Of(grants).Statements),
            Tags = _account.Tags(),
        }, new() { Parent = this }).Arn;

    private IEnumerable<Action<Grantee>> DataScientistGrants(Foundation foundation)
    {
        yield return grantee => grantee.AddUnscopable(UnscopableAction.ListGroups);
        yield return foundation.Bucket.GrantRead([.. _account.Settings.Models.SelectMany(model => foundation.Bucket.Layout(model.Name).Folders)]);
        if (_account.Has(AccountRole.Registry))
        {
            yield return Models.GrantReadVersions(_account);
            yield return grantee => grantee.Add(new("DecideOnVersions", ["sagemaker:UpdateModelPackage"],
                _account.Settings.Models.Select(model => _account.Arn("sagemaker", $"model-package/{Models.GroupOf(model)}/*")).ToArray()));
        }

        yield return Executions("StartPipelines", ["sagemaker:DescribePipeline", "sagemaker:DescribePipelineExecution", "sagemaker:ListPipelineExecutionSteps", "sagemaker:ListPipelineExecutions", "sagemaker:StartPipelineExecution"]);
    }

    private IEnumerable<Action<Grantee>> OperatorGrants(Foundation foundation)
    {
        yield return grantee => grantee.AddUnscopable(UnscopableAction.ListGroups);
        yield return Executions("RunPipelines", ["sagemaker:DescribePipeline", "sagemaker:DescribePipelineExecution", "sagemaker:ListPipelineExecutionSteps", "sagemaker:ListPipelineExecutions", "sagemaker:RetryPipelineExecution", "sagemaker:StartPipelineExecution", "sagemaker:StopPipelineExecution"]);
        foreach (var (_, queue) in foundation.DeadLetters.All) yield return queue.GrantConsume;
        yield return grantee => grantee.Add(new("ReadLogs", ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:DescribeLogStreams"],
            new[] { _account.Arn("logs", $"log-group:/aws/lambda/{_account.Names.Of()}-*"), _account.Arn("logs", $"log-group:/aws/events/{_account.Names.Of()}-*"), _account.Arn("logs", "log-group:/aws/sagemaker/*") }));
    }

    private Action<Grantee> Executions(string sid, string[] actions)
    {
        var names = _account.Settings.Models.SelectMany(model => Models.PipelineNamesOf(model, _account)).ToList();
        return grantee =>
        {
            if (names.Count == 0) return;
            grantee.Add(new(sid, actions, names.SelectMany(name => new[] { _account.Arn("sagemaker", $"pipeline/{name}"), _account.Arn("sagemaker", $"pipeline/{name}/execution/*") }).ToArray()));
        };
    }

    private static IEnumerable<Pipelines.S3Folder> Supplied(Foundation foundation, ModelOptions model)
    {
        var layout = foundation.Bucket.Layout(model.Name);
        return [layout.TrainingData, layout.InferenceData, layout.GroundTruth];
    }
}
