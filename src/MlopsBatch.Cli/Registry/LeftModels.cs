using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Registry;

/// <summary>
/// The SageMaker models that batch inference leaves: each execution's CreateModelStep makes one, and no service deletes it. They
/// are known by their tags, which the step's definition gives them, so that those of recreated pipelines are found, too.
/// </summary>
/// <param name="client">A client of the stack's account and region.</param>
/// <param name="stack">Whose models.</param>
internal sealed class LeftModels(IAmazonSageMaker client, StackContext stack)
{
    /// <summary>Pipelines name what they make so.</summary>
    private const string MadeByPipelines = "pipelines-";

    private const int PageSize = 100;

    /// <summary>The tags that say whose a model is; the others may have been changed since it was made.</summary>
    private static readonly string[] Telling = ["project", "environment", "model"];

    /// <summary>Those made before a time, the oldest first.</summary>
    /// <exception cref="AwsCallException">It was refused for good.</exception>
    /// <exception cref="Faults.FaultException">There are no credentials, or no way to the service.</exception>
    public async Task<IReadOnlyList<LeftModel>> MadeBeforeAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var owners = StackModel
            .Of(stack)
            .Select(owner => (owner.Name, Tags: Telling.Select(key => (key, owner.Tags.GetValueOrDefault(key))).ToList()))
            .ToList();
        var left = new List<LeftModel>();
        foreach (var model in await ModelsAsync(time, cancellation))
        {
            var tags = await TagsAsync(model.ModelArn!, cancellation);
            if (owners.FirstOrDefault(owner => owner.Tags.All(tag => tags.Contains(tag))).Name is { } project)
            {
                left.Add(new(model.ModelName!, model.ModelArn!, project, model.CreationTime ?? default));
            }
        }
        return [.. left.OrderBy(model => model.Created)];
    }

    /// <summary>Deletes one; one that somebody else has deleted meanwhile is no fault.</summary>
    /// <exception cref="AwsCallException">It was refused for good.</exception>
    public async Task DeleteAsync(LeftModel model, CancellationToken cancellation)
    {
        try
        {
            await SageMakerCalls.CallAsync(
                $"delete {model.Name}",
                token => client.DeleteModelAsync(new DeleteModelRequest { ModelName = model.Name }, token),
                cancellation
            );
        }
        catch (AwsCallException fault)
            when (fault.Code == "ValidationException" && fault.Message.Contains("Could not find", StringComparison.Ordinal))
        {
            // SageMaker has no code of its own for a model that isn't there.
        }
    }

    private Task<IReadOnlyList<ModelSummary>> ModelsAsync(DateTimeOffset time, CancellationToken cancellation) =>
        SageMakerCalls.AllAsync(async next =>
        {
            var page = await SageMakerCalls.CallAsync(
                "list models",
                token =>
                    client.ListModelsAsync(
                        new ListModelsRequest
                        {
                            NameContains = MadeByPipelines,
                            CreationTimeBefore = time.UtcDateTime,
                            MaxResults = PageSize,
                            NextToken = next,
                        },
                        token
                    ),
                cancellation
            );
            return (page.Models, page.NextToken);
        });

    private async Task<HashSet<(string Key, string? Value)>> TagsAsync(string arn, CancellationToken cancellation)
    {
        var tags = await SageMakerCalls.AllAsync(async next =>
        {
            var page = await SageMakerCalls.CallAsync(
                $"list the tags of {arn}",
                token => client.ListTagsAsync(new ListTagsRequest { ResourceArn = arn, NextToken = next }, token),
                cancellation
            );
            return (page.Tags, page.NextToken);
        });
        return [.. tags.Select(tag => (tag.Key!, tag.Value))];
    }
}
