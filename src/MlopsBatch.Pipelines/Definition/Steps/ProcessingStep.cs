using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Runs a script of our own in a container.</summary>
public sealed class ProcessingStep : ProcessingStepBase
{
    private readonly IReadOnlyList<PropertyFile> _propertyFiles;

    /// <exception cref="ArgumentException">A property file names an output that the job does not have.</exception>
    public ProcessingStep(string name, string description, ProcessingJob job, params IReadOnlyList<PropertyFile> propertyFiles)
        : base(name, "Processing", description, job)
    {
        _propertyFiles = propertyFiles;
        foreach (var file in propertyFiles)
        {
            RequireOutput(file.OutputName);
        }
    }

    private protected override IReadOnlyList<RetryPolicy> RetryPolicies => RetryPolicy.ForJobs;

    /// <summary>A value that the step writes into one of its property files.</summary>
    /// <param name="file">One of the step's property files.</param>
    /// <param name="path">Such as <c>metric.value</c>.</param>
    /// <exception cref="ArgumentException">The step has no such property file.</exception>
    public Value<T> Read<T>(PropertyFile file, string path)
        where T : notnull =>
        _propertyFiles.Contains(file)
            ? new PropertyFileValue<T>(this, file, path)
            : throw new ArgumentException(
                $"Step \"{Name}\" has no property file \"{file.Name}\"; it has: "
                    + $"{string.Join(", ", _propertyFiles.Select(known => known.Name))}."
            );

    private protected override IEnumerable<(string Name, JsonNode? Value)> Extras(References references) =>
        [
            (
                "PropertyFiles",
                _propertyFiles.Count == 0
                    ? null
                    : Json.Array(
                        _propertyFiles.Select(file =>
                            Json.Object(("PropertyFileName", file.Name), ("OutputName", file.OutputName), ("FilePath", file.FilePath))
                        )
                    )
            ),
        ];
}
