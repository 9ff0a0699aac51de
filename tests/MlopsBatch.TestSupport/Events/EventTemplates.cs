using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Events;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.TestSupport.Events;

/// <summary>
/// Real events, as documented, with the names that our stack gives its resources: each is a file in <c>Templates/</c>
/// filled from <see cref="StepNames"/>, <see cref="S3Layout"/> and a <see cref="Scene"/>.
/// </summary>
public static class EventTemplates
{
    /// <summary>An execution reached a status.</summary>
    public static JsonObject Execution(Scene scene, PipelineKind kind, string status)
    {
        var e = Load("execution", scene, scene.PipelineArn(kind), scene.ExecutionArn(kind));
        var detail = Detail(e);
        detail["pipelineArn"] = scene.PipelineArn(kind);
        detail["pipelineExecutionArn"] = scene.ExecutionArn(kind);
        detail["currentPipelineExecutionStatus"] = status;
        detail["pipelineExecutionDisplayName"] = $"execution-{scene.ExecutionId}";
        detail.Remove("pipelineExecutionDescription");
        return e;
    }

    /// <summary>A step reached a status; with a failure reason only if it failed.</summary>
    public static JsonObject Step(Scene scene, PipelineKind kind, string step, string status, string? failureReason = null)
    {
        var e = Load("step", scene, scene.PipelineArn(kind), scene.ExecutionArn(kind));
        var detail = Detail(e);
        detail["pipelineArn"] = scene.PipelineArn(kind);
        detail["pipelineExecutionArn"] = scene.ExecutionArn(kind);
        detail["stepName"] = step;
        detail["currentStepStatus"] = status;
        var (member, resource) = step switch
        {
            StepNames.Training => ("trainingJob", "training-job"),
            StepNames.Tuning => ("tuningJob", "hyper-parameter-tuning-job"),
            StepNames.BatchInference => ("transformJob", "transform-job"),
            _ => ("processingJob", "processing-job"),
        };
        detail["metadata"] = new JsonObject
        {
            [member] = new JsonObject
            {
                ["arn"] =
                    $"arn:{scene.Partition}:sagemaker:{scene.Region}:{scene.Account}:{resource}"
                    + $"/pipelines-{scene.ExecutionId}-{step}-Zz98Yy76Xx",
            },
        };
        detail.Remove("failureReason");
        if (failureReason is not null)
        {
            detail["failureReason"] = failureReason;
        }

        return e;
    }

    /// <summary>A version was made or changed.</summary>
    /// <param name="scene">The model.</param>
    /// <param name="version">The version's number.</param>
    /// <param name="status">Its approval status.</param>
    /// <param name="metadata">Its metadata; null for that of <see cref="Metadata"/>.</param>
    /// <param name="updated">What the change touched; null leaves the field out, as for a new version.</param>
    /// <param name="description">The approval description, if any.</param>
    public static JsonObject Version(
        Scene scene,
        int version,
        string status,
        IReadOnlyDictionary<string, string>? metadata = null,
        string[]? updated = null,
        string? description = null
    )
    {
        var e = Load("model-package", scene, scene.VersionArn(version));
        var detail = Detail(e);
        detail["ModelPackageGroupName"] = scene.Group;
        detail["ModelPackageVersion"] = version;
        detail["ModelPackageArn"] = scene.VersionArn(version);
        detail["ModelApprovalStatus"] = status;
        detail["MetadataProperties"] = new JsonObject { ["GeneratedBy"] = scene.ExecutionArn(PipelineKind.Training) };
        detail["CustomerMetadataProperties"] = new JsonObject(
            (metadata ?? Metadata(scene)).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, m.Value))
        );
        if (updated is not null)
        {
            detail["UpdatedModelPackageFields"] = new JsonArray([.. updated.Select(u => (JsonNode)u)]);
            detail["LastModifiedTime"] = "2026-11-19T14:03:10Z";
        }

        if (description is not null)
        {
            detail["ApprovalDescription"] = description;
        }

        return e;
    }

    /// <summary>What our pipelines write on a version.</summary>
    public static Dictionary<string, string> Metadata(Scene scene, string metric = "4.5213456", bool isTuned = false)
    {
        var kind = isTuned ? PipelineKind.TrainingWithHpo : PipelineKind.Training;
        var metadata = new Dictionary<string, string>
        {
            [MetadataKeys.Metric] = "mse",
            [MetadataKeys.MetricValue] = metric,
            [MetadataKeys.NaiveValue] = "10.395",
            [MetadataKeys.Threshold] = "10.0",
            [MetadataKeys.Comparison] = "5.874 on 67 rows: 3.21 to 8.107 at 95 percent confidence",
            [MetadataKeys.PositiveClass] = MetadataKeys.Nothing,
            [MetadataKeys.Warnings] = "1: column height: 3 of 3341 values are missing and were filled with the median",
            [MetadataKeys.Hyperparameters] = "learning_rate=0.1 max_depth=3 n_estimators=200",
            [MetadataKeys.ScriptsHash] = "5f2d9c1b7a40",
            [MetadataKeys.TrainingObjectKey] = scene.Layout.TrainingData.Key("training-data.csv"),
            [MetadataKeys.SourcePipeline] = kind.Slug(),
            [MetadataKeys.PipelineExecution] = scene.ExecutionArn(kind),
            [MetadataKeys.Commit] = "3f2c1ab",
            [MetadataKeys.Repository] = "https://gitlab.example.com/group/model",
        };
        if (isTuned)
        {
            metadata[MetadataKeys.Review] = MetadataKeys.ReviewRequired;
            metadata[MetadataKeys.Choice] =
                "the tuned hyperparameters are registered - gain of the tuned ones over the fixed ones "
                + "0.534 on 67 rows: 0.112 to 0.957 at 95 percent confidence";
            metadata[MetadataKeys.Trials] = "12: mse on the validation rows from 6.31 to 4.105";
        }

        return metadata;
    }

    /// <summary>An object was put into the bucket.</summary>
    public static JsonObject ObjectCreated(Scene scene, string key)
    {
        var e = Load("object-created", scene, $"arn:{scene.Partition}:s3:::{scene.Bucket}");
        Detail(e)["bucket"]!["name"] = scene.Bucket;
        Detail(e)["object"]!["key"] = key;
        return e;
    }

    /// <summary>A violations file was put into the bucket by a batch inference.</summary>
    public static JsonObject Violations(Scene scene) =>
        ObjectCreated(scene, scene.Layout.DataQuality.Key(scene.ExecutionId, S3Layout.ConstraintViolations));

    /// <summary>An audit event of our own.</summary>
    public static JsonObject Deployment(Scene scene, string detailType, DeploymentDetail detail)
    {
        var e = Load("deployment", scene, detail.ModelPackageArn ?? "");
        e["detail-type"] = detailType;
        e["detail"] = JsonSerializer.SerializeToNode(detail, EventsJsonContext.Default.DeploymentDetail);
        return e;
    }

    /// <summary>An audit event of the deploy job.</summary>
    public static JsonObject ModelDeployment(Scene scene, string detailType, ModelDeploymentDetail detail)
    {
        var e = Load("deployment", scene);
        e["detail-type"] = detailType;
        e["detail"] = JsonSerializer.SerializeToNode(detail, EventsJsonContext.Default.ModelDeploymentDetail);
        return e;
    }

    /// <summary>A violation asks for a tuning, or started none.</summary>
    public static JsonObject Tuning(Scene scene, string detailType, TuningDetail detail)
    {
        var e = Load("deployment", scene);
        e["detail-type"] = detailType;
        e["detail"] = JsonSerializer.SerializeToNode(detail, EventsJsonContext.Default.TuningDetail);
        return e;
    }

    /// <summary>An audit event of the job that looks for drift.</summary>
    public static JsonObject StackDrift(Scene scene, StackDriftDetail detail)
    {
        var e = Load("deployment", scene);
        e["detail-type"] = DetailTypes.StackDrift;
        e["detail"] = JsonSerializer.SerializeToNode(detail, EventsJsonContext.Default.StackDriftDetail);
        return e;
    }

    /// <summary>An alarm changed its state.</summary>
    public static JsonObject Alarm(Scene scene, string name, string state, string reason)
    {
        var e = Load("alarm", scene, $"arn:{scene.Partition}:cloudwatch:{scene.Region}:{scene.Account}:alarm:{name}");
        Detail(e)["alarmName"] = name;
        Detail(e)["state"]!["value"] = state;
        Detail(e)["state"]!["reason"] = reason;
        return e;
    }

    /// <summary>A dead-letter queue's message as a pipe hands it over.</summary>
    /// <param name="scene">The account.</param>
    /// <param name="body">What could not be delivered.</param>
    /// <param name="attributes">Why, by <see cref="MlopsBatch.Events.DeadLetters.DeadLetterAttributes"/>.</param>
    /// <param name="queueArn">The queue; one of the account if null.</param>
    public static JsonArray DeadLetter(
        Scene scene,
        string body,
        IReadOnlyDictionary<string, string>? attributes = null,
        string? queueArn = null
    )
    {
        var message = Read("dead-letter");
        message["body"] = body;
        message["awsRegion"] = scene.Region;
        message["eventSourceARN"] = queueArn ?? $"arn:{scene.Partition}:sqs:{scene.Region}:{scene.Account}:mlops-dead-letters";
        message["messageAttributes"] = new JsonObject(
            (attributes ?? new Dictionary<string, string>()).Select(a => new KeyValuePair<string, JsonNode?>(
                a.Key,
                new JsonObject { ["stringValue"] = a.Value, ["dataType"] = "String" }
            ))
        );
        return [message];
    }

    /// <summary>The detail of an event, to change it.</summary>
    public static JsonObject Detail(JsonObject e) => e["detail"]!.AsObject();

    private static JsonObject Load(string name, Scene scene, params string[] resources)
    {
        var e = Read(name);
        e["account"] = scene.Account;
        e["region"] = scene.Region;
        e["time"] = scene.Time;
        e["resources"] = new JsonArray([.. resources.Select(r => (JsonNode)r)]);
        return e;
    }

    private static JsonObject Read(string name)
    {
        using var stream =
            typeof(EventTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no template {name}.json.", nameof(name));
        return JsonNode.Parse(stream)!.AsObject();
    }
}
