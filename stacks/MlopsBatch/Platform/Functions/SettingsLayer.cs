using System.Security.Cryptography;
using System.Text;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;
using MlopsBatch.Files;
using Pulumi;
using Pulumi.Aws.Lambda;

namespace MlopsBatch.Platform.Functions;

/// <summary>The functions' static settings, as a layer: no size limit of the environment, one file for both, replaced as a whole.</summary>
internal sealed class SettingsLayer
{
    public SettingsLayer(Account account, LambdaSettings settings, Resource parent)
    {
        var files = new Dictionary<string, string> { [LambdaSettings.FileName] = settings.ToJson() };
        if (account.Settings.GitLab?.CaFile is { } path)
        {
            files[Path.GetFileName(EnvironmentVariables.LayerGitLabCaFile)] = account.Context.Files.Certificates(path);
        }

        var layer = new LayerVersion(
            "settings",
            new LayerVersionArgs
            {
                LayerName = account.Names.Of("settings"),
                Description = "settings.json of the event functions",
                Code = UploadedFiles.TextArchive(files),
                SourceCodeHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Values)))),
                CompatibleRuntimes = "provided.al2023",
            },
            new() { Parent = parent }
        );
        Arn = layer.Arn;
    }

    /// <summary>ARN with version.</summary>
    public Output<string> Arn { get; }
}
