using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>Reads the step scripts as a deployment uploads them.</summary>
internal static class ScriptFolder
{
    /// <exception cref="RehearsalException">Scripts are missing; the message names them.</exception>
    public static ScriptBundle Read(DirectoryInfo folder, DataQualityEngine engine = DataQualityEngine.Script)
    {
        try
        {
            return ScriptBundle
                .Create(
                    folder
                        .EnumerateFiles("*", SearchOption.AllDirectories)
                        .Select(file => (Path: Path.GetRelativePath(folder.FullName, file.FullName), file.FullName))
                        .Where(file => ScriptBundle.Includes(file.Path))
                        .Select(file => KeyValuePair.Create(file.Path, File.ReadAllBytes(file.FullName)))
                )
                .For(engine);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException)
        {
            throw new RehearsalException($"The scripts in {folder.FullName} can't be used: {fault.Message}", fault);
        }
    }
}
