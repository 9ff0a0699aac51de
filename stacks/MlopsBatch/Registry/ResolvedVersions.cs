using System.Text.Encodings.Web;
using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Faults;
using MlopsBatch.Platform;

namespace MlopsBatch.Registry;

/// <summary>
/// The approved versions of several stacks, looked up once and handed on to their deployments as a file:
/// <c>{"staging": {"abalone": "arn:…"}, "prod": {"abalone": null}}</c>, stack to group to version.
/// </summary>
public static class ResolvedVersions
{
    /// <summary>
    /// Key of the versions that were passed over for a stack, beside the stacks: ARN to why. No stack can have such a name, and older
    /// programs read their own stack's versions only.
    /// </summary>
    private const string PassedOver = " passed over";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The approved version of each group of the stack. Pinned ones are left out: a pin stays with its settings, and the file is made
    /// by other ones, such as of a commit that an account doesn't have yet.
    /// </summary>
    /// <exception cref="FaultException">The registry can't be asked.</exception>
    public static async Task<IReadOnlyDictionary<string, ModelLookUp>> FindAsync(StackContext context, IApprovedModels registry)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(registry);
        var versions = new SortedDictionary<string, ModelLookUp>(StringComparer.Ordinal);
        foreach (var model in context.Settings.Models.Where(model => model.ApprovedModelPackageArn is null))
        {
            versions[Models.GroupOf(model)] = await registry.FindAsync(ModelQuestion.Of(context, model));
        }

        return versions;
    }

    /// <summary>The file's text.</summary>
    /// <param name="stacks">What is handed on to each stack, by its name.</param>
    public static string ToJson(IReadOnlyDictionary<string, HandedOnVersions> stacks)
    {
        ArgumentNullException.ThrowIfNull(stacks);
        var file = new Dictionary<string, IReadOnlyDictionary<string, string?>>();
        foreach (var (stack, handedOn) in stacks)
        {
            file[stack] = handedOn.Versions;
            if (handedOn.PassedOver.Count > 0)
            {
                file[stack + PassedOver] = handedOn.PassedOver.ToDictionary(version => version.Key, version => (string?)version.Value);
            }
        }

        return JsonSerializer.Serialize(file, Indented);
    }

    /// <summary>What was handed on to a stack.</summary>
    /// <exception cref="FaultException">There is no such file, it is no such JSON, or it doesn't have the stack.</exception>
    public static HandedOnVersions Read(FileInfo file, string stack)
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

        if (stacks?.GetValueOrDefault(stack) is not { } versions)
        {
            var known = (stacks ?? []).Keys.Where(name => !name.EndsWith(PassedOver, StringComparison.Ordinal));
            throw Unusable(file, stack, $"it has no stack \"{stack}\", only {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }

        var passedOver = stacks.GetValueOrDefault(stack + PassedOver) ?? [];
        return new(versions, passedOver.ToDictionary(version => version.Key, version => version.Value ?? ""));
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
