using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.SageMaker.Models;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs;

/// <summary>
/// Who makes a step's calls. The pipeline's role makes the job and has to be allowed to pass the job's role on; the job
/// itself works with that role.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html
/// </summary>
internal sealed class JobRights(CloudAccount account, ModelStore models)
{
    private const string Host = "sagemaker.amazonaws.com";

    private static readonly ImmutableDictionary<string, (string Name, string Kind)> Jobs = new Dictionary<string, (string, string)>
    {
        ["Processing"] = ("ProcessingJob", "processing-job"),
        ["QualityCheck"] = ("ProcessingJob", "processing-job"),
        ["Training"] = ("TrainingJob", "training-job"),
        ["Tuning"] = ("HyperParameterTuningJob", "hyper-parameter-tuning-job"),
        ["Transform"] = ("TransformJob", "transform-job"),
        ["Model"] = ("Model", "model"),
    }.ToImmutableDictionary();

    /// <summary>Whom SageMaker is when it runs a pipeline or a job with a role; the account's root without one.</summary>
    /// <param name="role">The role, or null.</param>
    /// <param name="source">For which pipeline or job.</param>
    /// <exception cref="CloudException">AccessDenied: the role doesn't trust SageMaker.</exception>
    public Caller Take(string? role, string source) =>
        role is null
            ? account.Root
            : account.As(Caller.Service(Host, source, account.Id)).Peer<IamService>(role).AssumeRole(role, "SageMaker");

    /// <summary>Whom a job is, once the pipeline has been allowed to make it.</summary>
    /// <exception cref="CloudException">AccessDenied.</exception>
    public Caller Start(Caller pipeline, string stepType, string jobName, JsonObject arguments)
    {
        if (!Jobs.TryGetValue(stepType, out var job))
        {
            return pipeline;
        }
        var arn = account.Arn("sagemaker", $"{job.Kind}/{jobName}");
        Ask(pipeline, $"sagemaker:Create{job.Name}", arn);
        if (arguments["Tags"] is JsonArray { Count: > 0 })
        {
            Ask(pipeline, "sagemaker:AddTags", arn);
        }

        // Pipelines look after what they have started.
        Ask(pipeline, $"sagemaker:Describe{job.Name}", arn);
        if (stepType == "Tuning")
        {
            Ask(pipeline, "sagemaker:ListTrainingJobsForHyperParameterTuningJob", arn);
        }

        var passed = arguments.Text("RoleArn") ?? arguments.Text("TrainingJobDefinition", "RoleArn") ?? arguments.Text("ExecutionRoleArn");
        if (passed is not null)
        {
            account.Cloud.Authorizer.Authorize(
                new AccessRequest(pipeline, "iam:PassRole", passed, account.Id)
                {
                    Context = ImmutableDictionary<string, string>.Empty.Add("iam:PassedToService", Host),
                }
            );
        }
        var role = passed ?? (arguments.Text("ModelName") is { } model ? models.Get(model).ExecutionRoleArn : null);
        if (role is null)
        {
            return pipeline;
        }

        var worker = Take(role, arn);
        new HostRights(account, worker).Ask(stepType, arguments);
        return worker;
    }

    private void Ask(Caller caller, string action, string resource) =>
        account.Cloud.Authorizer.Authorize(new AccessRequest(caller, action, resource, account.Id));
}
