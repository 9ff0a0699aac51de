using MlopsBatch.Configuration;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Events;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace MlopsBatch.ModelProjects;

/// <summary>What starts a model's pipelines by itself: objects that arrive, and times.</summary>
internal sealed class Triggers
{
    private readonly Account _account;
    private readonly SharedResources _shared;
    private readonly string _model;
    private readonly Resource _parent;

    public Triggers(Account account, SharedResources shared, ModelOptions model, Resource parent)
    {
        (_account, _shared, _model, _parent) = (account, shared, model.Name, parent);
        StartRole = new(
            account,
            $"{model.Name}-start",
            ["events.amazonaws.com", "scheduler.amazonaws.com"],
            [
                // Not the tuning: what starts it is the notification function, within its limits.
                ModelPipeline.GrantStart(
                    account,
                    Models.PipelineNamesOf(model, account).Where(name => name != Models.NamesOf(model).TrainingWithHpo)
                ),
                shared.DeadLetters.Schedules.GrantSend,
            ],
            parent,
            model.Name
        );
    }

    /// <summary>May start the model's training and batch inference; rules and schedules take it.</summary>
    public ServiceRole StartRole { get; }

    /// <summary>Starts a pipeline with the object that arrived, or with what the settings name.</summary>
    /// <returns>The target, for uploads to wait for; null if the trigger is off.</returns>
    public EventTarget? OnObject(string name, TriggerOptions options, S3Folder folder, ModelPipeline pipeline, Output<bool>? enabled = null)
    {
        if (!options.Enabled)
        {
            return null;
        }

        var bucket = _shared.Bucket.Name;
        var pattern = options.Key is { } key
            ? EventPatterns.ObjectWithKey(bucket, folder.Key(key))
            : EventPatterns.ObjectsWithPrefix(bucket, folder.Key(options.Prefix!));
        return new Route(
            _account,
            _shared,
            $"{_model}-{name}-data",
            $"Objects that start {pipeline.Name}",
            pattern,
            _parent,
            new() { Enabled = enabled, Model = _model }
        ).ToPipeline(pipeline.Arn, StartRole, options.Reads is { } reads ? folder.Key(reads) : "$.detail.object.key");
    }

    /// <summary>Starts a pipeline at times.</summary>
    public void OnSchedule(string name, ScheduleOptions? options, S3Folder folder, ModelPipeline pipeline, Output<bool>? enabled = null)
    {
        if (options is null)
        {
            return;
        }

        var target = new ScheduleTargetArgs
        {
            Arn = pipeline.Arn,
            RoleArn = StartRole.Arn,
            RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumEventAgeInSeconds = 3600, MaximumRetryAttempts = 24 },
            DeadLetterConfig = new ScheduleTargetDeadLetterConfigArgs { Arn = _shared.DeadLetters.Schedules.Arn },
            SagemakerPipelineParameters = new ScheduleTargetSagemakerPipelineParametersArgs
            {
                PipelineParameters = new ScheduleTargetSagemakerPipelineParametersPipelineParameterArgs
                {
                    Name = ParameterNames.InputKey,
                    Value = options.Key is { } key ? folder.Key(key) : folder.Prefix,
                },
            },
        };
        _ = new Schedule(
            $"{_model}-{name}",
            new ScheduleArgs
            {
                Name = _account.Names.Of(_model, name),
                Description = $"Times that start {pipeline.Name}",
                ScheduleExpression = $"cron({options.Cron})",
                ScheduleExpressionTimezone = options.TimeZone,
                FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                KmsKeyArn = _shared.Key.Arn,
                State = enabled is null ? "ENABLED" : enabled.Apply(on => on ? "ENABLED" : "DISABLED"),
                Target = target,
            },
            new() { Parent = _parent, DependsOn = StartRole.Policy }
        );
    }
}
