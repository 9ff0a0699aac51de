using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Faults;
using MlopsBatch.ModelProjects;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Platform;

namespace MlopsBatch.Registry;

/// <summary>
/// The approved versions of several stacks, looked up once and handed on to their deployments as a file:
/// <c>{"staging": {"abalone": "arn:…"}, "prod": {"abalone": null}}</c>, stack to group to version.
/// </summary>
public static class ResolvedVersions
{
    /// <summary>The approved version of each group of the stack, pinned or not; null where there is none.</summary>
    /// <exception cref="FaultException">The registry can't be asked.</exception>
    public static async Task<IReadOnlyDictionary<string, ApprovedModel?>> FindAsync(StackContext context, IApprovedModels registry)
    {
        var versions = new SortedDictionary<string, ApprovedModel?>(StringComparer.Ordinal);
        foreach (var model in context.Settings.Models)
        {
            versions[Models.GroupOf(model)] = await registry.FindAsync(
                Definitions.GroupReference(context, model),
                model.ApprovedModelPackageArn
            );
        }

        return versions;
    }

    /// <summary>
    /// Those of them that may be handed on. A pin stays with its settings: the file is made by other ones, such as of a commit that
    /// an account doesn't have yet.
    /// </summary>
    public static IReadOnlyDictionary<string, ApprovedModel?> Unpinned(
        StackContext context,
        IReadOnlyDictionary<string, ApprovedModel?> versions
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var pinned = context
            .Settings.Models.Where(model => model.ApprovedModelPackageArn is not null)
            .Select(Models.GroupOf)
            .ToHashSet(StringComparer.Ordinal);
        return versions.Where(group => !pinned.Contains(group.Key)).ToDictionary();
    }

    /// <summary>The file's text.</summary>
    public static string ToJson(IReadOnlyDictionary<string, IReadOnlyDictionary<string, ApprovedModel?>> stacks) =>
        JsonSerializer.Serialize(
            stacks.ToDictionary(
                stack => stack.Key,
                stack => stack.Value.ToDictionary(group => group.Key, group => group.Value?.ModelPackageArn)
            ),
            new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }
        );

    /// <summary>A stack's versions from the file.</summary>
    /// <exception cref="FaultException">There is no such file, it is no such JSON, or it doesn't have the stack.</exception>
    public static IReadOnlyDictionary<string, string?> Read(FileInfo file, string stack)
    {
        Dictionary<string, Dictionary<string, string?>>? stacks;
        try
        {
            stacks = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string?>>>(File.ReadAllText(file.FullName));
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(
                file,
                stack,
                fault switch
                {
                    JsonException => JsonFaults.Words(fault),
                    FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                    _ when Directory.Exists(file.FullName) => "it is a folder",
                    _ => "it can't be read (are its permissions right?)",
                }
            );
        }

        return stacks?.GetValueOrDefault(stack)
            ?? throw Unusable(
                file,
                stack,
                $"it has no stack \"{stack}\", only {string.Join(", ", (stacks ?? []).Keys.Order(StringComparer.Ordinal))}"
            );
    }

    private static FaultException Unusable(FileInfo file, string stack, string why) =>
        new(
            new Fault(
                FaultCatalogue.HandedOnVersions,
                $"MLOPS_APPROVED_MODELS: got \"{file}\", which can't be used: {why}; make it again: ./mlops models "
                    + $"approved --stack {stack} --json; or unset the variable to look versions up during the deployment"
            )
        );
}
