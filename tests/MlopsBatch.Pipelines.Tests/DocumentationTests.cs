using System.Reflection;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Pipelines.Tests;

/// <summary>docs/pipelines.md names every parameter, step and folder there is.</summary>
public class DocumentationTests
{
    [Fact]
    public void Every_parameter_step_and_folder_is_documented()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root.FullName, "docs", "pipelines.md"));
        var layout = new S3Layout("bucket", "", "model");
        var names = typeof(ParameterNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Concat(StepNames.All)
            .Concat(layout.Folders.Select(folder => folder.Path[(layout.Root.Length + 1)..] + "/"));

        names.Where(name => !text.Contains(name)).ShouldBeEmpty();
    }
}
