using MlopsBatch.Configuration;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;

namespace MlopsBatch.ModelProjects;

/// <summary>
/// What a model's pipelines need of their role, read off their definitions: the types of their steps, and every folder that a
/// step is given, writes, or has a value taken out of. The role is made before the pipelines, so the definitions are built
/// with stand-ins for what only a deployment knows; none of it is part of an answer.
/// </summary>
internal sealed class DefinitionNeeds
{
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/stand-in";
    private const string Role = "arn:aws:iam::111122223333:role/stand-in";
    private const string Version = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/stand-in/1";
    private const string Execution = "execution";
    private static readonly string Scripts = new('0', 64);

    private readonly S3Layout _own;
    private readonly S3Layout _registry;

    public DefinitionNeeds(Account account, ModelOptions model)
    {
        var settings = account.Settings;
        var project = Definitions.Project(account.Context, model, Key, Role, Scripts, ScriptContract.Shipped);
        _own = project.Layout;
        _registry = Models.RegistryLayoutOf(settings, model);
        List<string> definitions = [];
        if (settings.Has(AccountRole.Build))
        {
            definitions.Add(TrainingPipeline.Build(project).ToJson());
            definitions.Add(TrainingWithHpoPipeline.Build(project).ToJson());
        }

        if (settings.Has(AccountRole.Deploy))
        {
            definitions.Add(BatchInferencePipeline.Build(project, Approved(_registry)).ToJson());
        }

        var steps = definitions.SelectMany(definition => DefinitionReader.Read(model.Name, definition)).ToList();
        StepTypes = [.. steps.Select(step => step.Type).Distinct()];
        var reads = steps.SelectMany(step => step.Reads.Concat(step.PropertyFiles)).ToList();
        Read = Folders(_own, reads);
        Written = Folders(_own, steps.SelectMany(step => step.Writes));
        ReadFromRegistry = _registry.Bucket == _own.Bucket ? [] : Folders(_registry, reads);
    }

    /// <summary>SageMaker's names of the kinds of steps.</summary>
    public IReadOnlyList<string> StepTypes { get; }

    /// <summary>Folders of this account's bucket.</summary>
    public IReadOnlyList<S3Folder> Read { get; }

    /// <summary>Folders of this account's bucket.</summary>
    public IReadOnlyList<S3Folder> Written { get; }

    /// <summary>Folders of the registry's bucket, where that is another.</summary>
    public IReadOnlyList<S3Folder> ReadFromRegistry { get; }

    private static ApprovedModel Approved(S3Layout registry) =>
        new(
            Version,
            1,
            registry.TrainingModels.UriOf(Execution, S3Layout.ModelArchive),
            registry.DataQuality.UriOf(Execution, S3Layout.Statistics),
            registry.DataQuality.UriOf(Execution, S3Layout.Constraints)
        );

    private static IReadOnlyList<S3Folder> Folders(S3Layout layout, IEnumerable<string> uris)
    {
        var given = uris.ToList();
        return [.. layout.Folders.Where(folder => given.Any(uri => $"{uri}/".StartsWith(folder.Uri, StringComparison.Ordinal)))];
    }
}
