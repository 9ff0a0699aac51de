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

    private static readonly ImmutableDictionary<string, (string Action, string Kind)> Jobs = new Dictionary<string, (string, string)>
    {
        ["Processing"] = ("sagemaker:CreateProcessingJob", "processing-job"),
        ["QualityCheck"] = ("sagemaker:CreateProcessingJob", "processing-job"),
        ["Training"] = ("sagemaker:CreateTrainingJob", "training-job"),
        ["Tuning"] = ("sagemaker:CreateHyperParameterTuningJob", "hyper-parameter-tuning-job"),
        ["Transform"] = ("sagemaker:CreateTransformJob", "transform-job"),
        ["Model"] = ("sagemaker:CreateModel", "model"),
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
        account.Cloud.Authorizer.Authorize(new AccessRequest(pipeline, job.Action, arn, account.Id));
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
        return role is null ? pipeline : Take(role, arn);
    }
}
