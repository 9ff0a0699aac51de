using MlopsBatch.Deploying;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Deploying;

public class GuardTests
{
    [Fact]
    public void A_deployment_needs_the_official_packages_and_the_functions()
    {
        var thrown = Check("offline", _ => { });
        thrown.Message.ShouldBe(
            """
            This can't be deployed:
              MB0018 PackageFeed: got "offline", needs "nuget"; run: export PackageFeed=nuget
              MB0019 artifacts/notifications.zip: missing, but the function notifications is deployed from it; run: ./mlops package
              MB0019 artifacts/approval-deploy.zip: missing, but the function approval-deploy is deployed from it; run: ./mlops package
            './mlops explain CODE' says more about each.
            """
        );
    }

    [Fact]
    public void Stand_ins_can_be_allowed() =>
        Check("offline", settings => settings["allowOfflinePackages"] = true)
            .Faults.Select(fault => fault.Code)
            .Distinct()
            .ShouldBe([FaultCatalogue.NotPackaged]);

    [Fact]
    public void With_everything_there_nothing_is_said()
    {
        var root = Directory.CreateTempSubdirectory("mlops-batch-");
        try
        {
            Directory.CreateDirectory(Path.Combine(root.FullName, "artifacts"));
            foreach (var name in new[] { "notifications", "approval-deploy" })
            {
                File.WriteAllText(Path.Combine(root.FullName, "artifacts", $"{name}.zip"), "");
            }

            Should.NotThrow(() => Guards.Check(TestStacks.Context().Settings, new ProjectFiles(root), PackageFeed.NuGet));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_build_says_its_feed() => PackageFeed.OfThisBuild.ShouldBeOneOf("offline", PackageFeed.NuGet);

    private static FaultException Check(string feed, Action<System.Text.Json.Nodes.JsonObject> change)
    {
        var empty = Directory.CreateTempSubdirectory("mlops-batch-");
        try
        {
            return Should.Throw<FaultException>(() =>
                Guards.Check(TestStacks.Context(change: change).Settings, new ProjectFiles(empty), feed)
            );
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }
}
