using MlopsBatch.Configuration;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Sharing;
using MlopsBatch.Registry;
using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>Everything that an account has of one model, by the account's roles.</summary>
internal sealed class ModelProjectResources : ComponentResource
{
    private readonly Account _account;
    private readonly SharedResources _shared;
    private readonly ModelOptions _model;
    private readonly EventFunction _notifications;

    public ModelProjectResources(
        Account account,
        SharedResources shared,
        ModelOptions model,
        ApprovedVersions approved,
        EventFunction notifications,
        ViolationBus? violations,
        ComponentResourceOptions? options = null
    )
        : base("mlops-batch:modelprojects:ModelProject", model.Name, options)
    {
        (_account, _shared, _model, _notifications) = (account, shared, model, notifications);
        if (account.Has(AccountRole.Registry))
        {
            _ = new ModelGroup(account, model, this);
        }

        if (account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy))
        {
            Pipelines(approved, violations);
        }

        People = new(account, shared, model, this);
        RegisterOutputs();
    }

    public ModelPeople People { get; }

    /// <summary>The version that batch inference uses; null in accounts that don't deploy.</summary>
    public Output<ApprovedModel?>? Approved { get; private set; }

    public IReadOnlyList<ModelPipeline> AllPipelines { get; private set; } = [];

    public IReadOnlyList<Requirement> Requirements { get; private set; } = [];

    private void Pipelines(ApprovedVersions approved, ViolationBus? violations)
    {
        var bundle = _account.Context.Files.Scripts(_model);
        var role = new JobRole(_account, _shared, _model, this);
        var scripts = new ScriptObjects(_shared, _model.Name, bundle, this);
        var definitions = new Definitions(_account, _shared, _model, role, bundle);
        var names = Models.NamesOf(_model);
        var triggers = new Triggers(_account, _shared, _model, this);
        var layout = _shared.Bucket.Layout(_model.Name);
        Requirements = role.Requirements;
        ModelPipeline Make(string name, string description, Output<string> definition) =>
            new(_account, _model, new(name, description, definition), role, scripts, this);

        ModelPipeline? tuning = null;
        if (_account.Has(AccountRole.Build))
        {
            var training = Make(names.Training, $"Trains {_model.Name} with its approved hyperparameters", definitions.Training);
            tuning = Make(
                names.TrainingWithHpo,
                $"Tunes {_model.Name} and registers the best version for review",
                definitions.TrainingWithHpo
            );
            AllPipelines = [training, tuning];
            var target = triggers.OnObject("training", _model.Triggers.Training, layout.TrainingData, training);
            triggers.OnSchedule("training", _model.Schedules.Training, layout.TrainingData, training);
            if (_account.Settings.UploadTrainingData)
            {
                Uploads.Data(
                    _account,
                    _shared,
                    _model,
                    "training-data.csv",
                    layout.TrainingData,
                    _model.Triggers.Training,
                    target,
                    triggers,
                    null,
                    this
                );
            }

            if (violations is not null)
            {
                Retraining.FromDeployAccounts(_account, _shared, _model, violations, tuning, _notifications, this);
            }
        }

        if (_account.Has(AccountRole.Deploy))
        {
            Inference(approved, Make, names, definitions, triggers, layout, tuning);
        }
    }

    private void Inference(
        ApprovedVersions approved,
        Func<string, string, Output<string>, ModelPipeline> make,
        PipelineNames names,
        Definitions definitions,
        Triggers triggers,
        S3Layout layout,
        ModelPipeline? tuning
    )
    {
        Approved = Output.Create(approved.Of(_model));
        var enabled = Approved.Apply(version => version is not null);
        var inference = make(
            names.BatchInference,
            $"Scores batches with the approved version of {_model.Name}",
            definitions.BatchInference(Approved)
        );
        AllPipelines = [.. AllPipelines, inference];
        _ = Uploads.Marker(_shared, _model, this);
        var target = triggers.OnObject("inference", _model.Triggers.Inference, layout.InferenceData, inference, enabled);
        triggers.OnSchedule("inference", _model.Schedules.Inference, layout.InferenceData, inference, enabled);
        if (_account.Settings.UploadInferenceData)
        {
            Uploads.Data(
                _account,
                _shared,
                _model,
                "inference-data.csv",
                layout.InferenceData,
                _model.Triggers.Inference,
                target,
                triggers,
                enabled,
                this
            );
        }

        if (tuning is not null)
        {
            Retraining.Here(_account, _shared, _model, inference, tuning, _notifications, this);
        }
        else if (_account.Settings is { RetrainOnViolation: true, Registry.EventBusArn: { } bus })
        {
            Retraining.Elsewhere(_account, _shared, _model, inference, bus, this);
        }
    }
}
