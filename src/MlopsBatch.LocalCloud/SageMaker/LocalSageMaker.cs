using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.SageMaker.Definitions;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Models;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Processing;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Quality;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Training;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Tuning;
using MlopsBatch.LocalCloud.SageMaker.Models;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.SageMaker;

/// <summary>SageMaker of one account: pipelines that run their real definitions, and the model registry.</summary>
public sealed partial class LocalSageMaker : AccountService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (PipelineDescription Description, PipelineDefinition Definition)> _pipelines = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, PipelineExecution> _executions = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<PipelineExecution> _started = new();
    private readonly ApiModel _model = new();
    private readonly ShapeValidator _shapes;
    private readonly Dictionary<string, IStepRunner> _runners;
    private readonly JobRights _rights;
    private readonly CancellationTokenSource _closed = new();

    internal LocalSageMaker(CloudAccount account)
        : base(account)
    {
        var host = account.Cloud.Jobs;
        _shapes = new ShapeValidator(_model);
        _rights = new JobRights(account, Models);
        var registries = new RegistryDirectory(account);
        _runners = new(StringComparer.Ordinal)
        {
            ["Processing"] = new ProcessingStep(host),
            ["Training"] = new TrainingStep(host),
            ["Tuning"] = new TuningStep(host),
            ["QualityCheck"] = new QualityCheckStep(host, registries),
            ["Transform"] = new TransformStep(host, Models),
            ["Model"] = new ModelStep(registries, Models, Time),
            ["RegisterModel"] = new RegisterModelStep(registries),
        };
    }

    /// <summary>The model registry of this account.</summary>
    public ModelRegistry Registry => Account.As(Caller).Service<ModelRegistry>();

    /// <summary>The models of this account.</summary>
    public ModelStore Models { get; } = new();

    /// <summary>Creates a pipeline, or changes its definition; running executions keep theirs.</summary>
    /// <param name="name">1 to 256 letters, digits and hyphens.</param>
    /// <param name="definitionJson">The definition, schema version 2020-12-01.</param>
    /// <param name="roleArn">The role with which its steps run; null for none, then the account's root runs them.</param>
    /// <param name="maxParallelSteps">Steps at the same time, unless a start says otherwise.</param>
    /// <exception cref="CloudException">ValidationException with every fault of the definition.</exception>
    public PipelineDescription PutPipeline(string name, string definitionJson, string? roleArn = null, int? maxParallelSteps = null)
    {
        if (!PipelineName().IsMatch(name) || name.Length > 256)
        {
            throw new CloudException(
                "ValidationException",
                $"'{name}' is no pipeline name; it must be 1 to 256 letters, digits and hyphens."
            );
        }
        var definition = DefinitionReader.Read(name, definitionJson, _model, _shapes);
        var now = Time.GetUtcNow();
        var created = _pipelines.TryGetValue(name, out var existing) ? existing.Description.CreationTime : now;
        var arn = ArnOf(name);
        Authorize(existing.Description is null ? "sagemaker:CreatePipeline" : "sagemaker:UpdatePipeline", arn);
        if (roleArn is not null)
        {
            var passed = ImmutableDictionary<string, string>.Empty.Add("iam:PassedToService", "sagemaker.amazonaws.com");
            Authorize("iam:PassRole", roleArn, context: passed);
        }
        var description = new PipelineDescription(name, arn, definitionJson, created, now)
        {
            RoleArn = roleArn,
            MaxParallelSteps = maxParallelSteps,
        };
        _pipelines[name] = (description, definition);
        return description;
    }

    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public PipelineDescription DescribePipeline(string name)
    {
        Authorize("sagemaker:DescribePipeline", ArnOf(name));
        return Pipeline(name).Description;
    }

    /// <summary>All pipelines, by name.</summary>
    public IReadOnlyList<PipelineDescription> ListPipelines() =>
        [.. _pipelines.Values.Select(pipeline => pipeline.Description).OrderBy(pipeline => pipeline.Name, StringComparer.Ordinal)];

    /// <summary>Deletes a pipeline and forgets its executions.</summary>
    /// <exception cref="CloudException">ResourceNotFound, or ConflictException while one of them runs.</exception>
    public void DeletePipeline(string name)
    {
        Pipeline(name);
        Authorize("sagemaker:DeletePipeline", ArnOf(name));
        if (ListPipelineExecutions(name).Any(execution => execution.EndTime is null))
        {
            throw new CloudException("ConflictException", $"Pipeline '{name}' has a running execution; stop it or wait for its end.");
        }
        _pipelines.TryRemove(name, out _);
        foreach (var execution in ListPipelineExecutions(name))
        {
            _executions.TryRemove(execution.Arn, out _);
        }
    }

    /// <summary>Starts a pipeline; it runs in the background.</summary>
    /// <param name="name">The pipeline's name.</param>
    /// <param name="parameters">Values for the parameters that shall not have their default; always texts, as in the API.</param>
    /// <param name="options">Display name, callback and the like.</param>
    /// <exception cref="CloudException">ResourceNotFound, or ValidationException with every fault of the parameters.</exception>
    public PipelineExecution StartPipelineExecution(
        string name,
        IReadOnlyDictionary<string, string>? parameters = null,
        StartOptions? options = null
    )
    {
        ObjectDisposedException.ThrowIf(_closed.IsCancellationRequested, this);
        Authorize("sagemaker:StartPipelineExecution", ArnOf(name));
        var (description, definition) = Pipeline(name);
        var setup = new ExecutionSetup
        {
            PipelineName = name,
            PipelineArn = description.Arn,
            ExecutionId = Account.Cloud.Ids.Next($"execution {Account.Id} {name}", 12),
            DefinitionText = description.Definition,
            Definition = definition,
            Parameters = ParameterValues.Bind(name, definition.Parameters, parameters ?? new Dictionary<string, string>()),
            Options = options ?? new StartOptions { MaxParallelSteps = description.MaxParallelSteps ?? StartOptions.DefaultParallelSteps },
            Account = Account,
            Host = Account.Cloud.Jobs,
            Shapes = _shapes,
            Runners = _runners,
            Rights = _rights,
            Role = _rights.Take(description.RoleArn, description.Arn),
        };
        var execution = new PipelineExecution(setup);
        _executions[execution.Arn] = execution;
        _started.Enqueue(execution);
        execution.Begin();
        return execution;
    }

    /// <summary>An execution with its steps.</summary>
    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public PipelineExecution DescribePipelineExecution(string executionArn) =>
        _executions.TryGetValue(executionArn, out var execution)
            ? execution
            : throw new CloudException("ResourceNotFound", $"There is no pipeline execution '{executionArn}'.");

    /// <summary>The executions of a pipeline, the newest first.</summary>
    public IReadOnlyList<PipelineExecution> ListPipelineExecutions(string name) =>
        [.. _started.Where(execution => execution.PipelineName == name && _executions.ContainsKey(execution.Arn)).Reverse()];

    /// <summary>Stops all executions and waits until nothing of them runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        // What stops is announced, and must not start anything new.
        await _closed.CancelAsync();
        foreach (var execution in _executions.Values)
        {
            execution.Stop();
        }
        Task ended = Task.WhenAll(_executions.Values.Select(execution => execution.Completion));
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private (PipelineDescription Description, PipelineDefinition Definition) Pipeline(string name) =>
        _pipelines.TryGetValue(name, out var pipeline)
            ? pipeline
            : throw new CloudException(
                "ResourceNotFound",
                $"There is no pipeline '{name}' in account {Account.Id}.{DidYouMean.Hint(name, _pipelines.Keys)}"
            );

    private string ArnOf(string pipeline) => Account.Arn("sagemaker", $"pipeline/{pipeline}");

    [GeneratedRegex(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PipelineName();
}
