using MlopsBatch.Faults;
using MlopsBatch.ModelProjects;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Platform;

namespace MlopsBatch.Registry;

/// <summary>A model of a stack, by the names that AWS knows.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Group">Its model package group: a name, or an ARN where the registry is in another account.</param>
/// <param name="Pipelines">What its pipelines are called.</param>
public sealed record StackModel(string Name, string Group, PipelineNames Pipelines)
{
    /// <summary>The tags of whatever its pipelines make.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>All models of a stack.</summary>
    public static IReadOnlyList<StackModel> Of(StackContext stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return
        [
            .. stack.Settings.Models.Select(model => new StackModel(
                model.Name,
                Definitions.GroupReference(stack, model),
                Models.NamesOf(model)
            )
            {
                Tags = Account.TagValues(stack, model.Name),
            }),
        ];
    }

    /// <summary>A model by its name; the only one if none is named.</summary>
    /// <exception cref="FaultException">There is no such model, or several and none is named.</exception>
    public static StackModel Of(StackContext stack, string? name)
    {
        var models = Of(stack);
        var names = string.Join(", ", models.Select(model => model.Name));
        return name is null && models.Count == 1
            ? models[0]
            : models.FirstOrDefault(model => model.Name == name)
                ?? throw new FaultException(
                    name is null
                        ? new Fault(FaultCatalogue.Missing, $"--model: stack {stack.Stack} has the models {names}; say which one")
                        : new Fault(FaultCatalogue.NotAllowed, $"--model: got \"{name}\", stack {stack.Stack} has {names}")
                );
    }
}
