using MlopsBatch.Configuration;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Files;

/// <summary>The folders that models' <c>scripts</c> name are looked into before anything is declared.</summary>
public sealed class ScriptFoldersTests
{
    [Fact]
    public void Each_folder_that_is_missing_or_lacks_scripts_is_named_by_its_own_path()
    {
        var model = TestStacks.Context("docs/examples/Pulumi.single.yaml").Settings.Models[0];
        ModelOptions[] models = [model, model with { Scripts = "nowhere" }, model with { Scripts = "docs" }];

        var all = string.Join(", ", ScriptNames.For(Enum.Parse<DataQualityEngine>(model.DataQuality.Engine)));

        var faults = Should.Throw<FaultException>(() => new ProjectFiles(TestStacks.Root).RequireScripts(models, "dev")).Faults;

        faults
            .Select(fault => fault.ToString())
            .ShouldBe([
                "MB0021 settings.models[1].scripts: got \"nowhere\", but there is no such folder in the project; "
                    + "mend it with: pulumi config set --path 'settings.models[1].scripts' scripts --stack dev",
                $"MB0021 settings.models[2].scripts: got \"docs\", but the folder lacks {all}; the pipelines run {all}; "
                    + "mend it with: pulumi config set --path 'settings.models[2].scripts' scripts --stack dev",
            ]);
    }
}
