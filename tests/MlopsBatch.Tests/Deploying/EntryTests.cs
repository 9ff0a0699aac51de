using System.Text.Json;
using MlopsBatch.Deploying;
using MlopsBatch.Faults;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Deploying;

/// <summary>What the engine and the CI run hand over in the environment.</summary>
public class EntryTests
{
    [Fact]
    public void The_environment_is_read_once()
    {
        var root = Directory.CreateTempSubdirectory("mlops-batch-");
        try
        {
            File.WriteAllText(Path.Combine(root.FullName, "Pulumi.yaml"), "name: mlops-batch\n");
            Directory.CreateDirectory(Path.Combine(root.FullName, "artifacts"));
            foreach (var name in new[] { "notifications", "approval-deploy" })
            {
                File.WriteAllText(Path.Combine(root.FullName, "artifacts", $"{name}.zip"), "");
            }

            var settings = TestStacks.Settings();
            settings["allowOfflinePackages"] = true;
            var context = Entry.Read(name =>
                name switch
                {
                    "PULUMI_STACK" => "test",
                    "PULUMI_ROOT_DIRECTORY" => root.FullName,
                    "PULUMI_CONFIG" => JsonSerializer.Serialize(
                        new Dictionary<string, string> { ["aws:region"] = "eu-west-1", ["mlops-batch:settings"] = settings.ToJsonString() }
                    ),
                    "CI_COMMIT_SHA" => "0123abc",
                    "CI_PROJECT_URL" => "https://gitlab.example.com/group/project",
                    "CI_PIPELINE_ID" => "77",
                    _ => null,
                }
            );
            (context.Stack, context.Region, context.Commit, context.Repository, context.RunId).ShouldBe(
                ("test", "eu-west-1", "0123abc", "https://gitlab.example.com/group/project", "77")
            );
            context.Settings.Models.Single().Name.ShouldBe("abalone");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Without_settings_the_fault_says_where_to_begin() =>
        Should
            .Throw<FaultException>(() => Entry.Read(name => name == "PULUMI_STACK" ? "dev" : null))
            .Faults.Single()
            .Code.ShouldBe(FaultCatalogue.SettingsMissing);
}
