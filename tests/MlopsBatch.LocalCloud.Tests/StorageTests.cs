using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests;

public class StorageTests
{
    [Theory]
    [InlineData("/proc/mlops")]
    [InlineData("/dev/null/mlops")]
    public void A_root_that_cannot_be_written_to_is_named(string root)
    {
        var error = Should.Throw<CloudException>(() => new Cloud(new CloudOptions { Root = root }));
        error.Code.ShouldBe("StorageUnavailable");
        error.Message.ShouldStartWith($"Cannot set up the local cloud in '{root}': ");
        error.Message.ShouldEndWith("Free some space, or choose a folder that can be written to.");
    }

    [Fact]
    public async Task A_full_disk_is_named_with_the_object_and_leaves_the_old_one_and_no_rest()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("k", "old");
        // The second object's temporary file is a link to the device that is always full.
        var ids = new IdSource(cloud.Cloud.Options.Seed);
        var names = Enumerable.Range(0, 2).Select(_ => ids.Next("s3 version data", 32)).ToList();
        var uploads = Path.Combine(cloud.Cloud.Options.Root, "s3", ".uploads", "data");
        File.CreateSymbolicLink(Path.Combine(uploads, names[1]), "/dev/full");

        var error = Should.Throw<CloudException>(() => cloud.Bucket.PutText("k", "new"));

        error.Code.ShouldBe("StorageUnavailable");
        error.Message.ShouldStartWith("Cannot store s3://data/k in '");
        error.Message.ShouldContain("No space left on device");
        cloud.Bucket.ReadText("k").ShouldBe("old");
        Directory.EnumerateFileSystemEntries(uploads).ShouldBeEmpty();
        cloud.Bucket.PutText("k", "new").Size.ShouldBe(3);
    }

    [Fact]
    public async Task A_step_whose_output_cannot_be_stored_fails_and_says_where()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("writes", "import os; open(os.environ['SAGEMAKER_BASE_DIR'] + '/processing/output/o/r.csv', 'w').write('x')");
        // A file in place of the folder that takes uploads: what a read-only folder does, for root too.
        var uploads = Path.Combine(cloud.Cloud.Options.Root, "s3", ".uploads", "data");
        Directory.Delete(uploads);
        File.WriteAllText(uploads, "");
        var execution = await cloud.RunAsync(Json.Definition(Json.Script("Write", "writes", outputs: Json.Output("o"))));
        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution
            .Step("Write")
            .FailureReason.ShouldNotBeNull()
            .ShouldStartWith($"ClientError: Cannot store s3://data/out/{execution.Id}/o/r.csv in '{cloud.Cloud.Options.Root}");
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("12345678901x")]
    public async Task An_account_is_twelve_digits(string id)
    {
        await using var cloud = new TestCloud();
        Should.Throw<CloudException>(() => cloud.Cloud.Account(id)).Message.ShouldBe($"'{id}' is no account; it must be twelve digits.");
        cloud.Cloud.Account("111122223333").ShouldBeSameAs(cloud.Cloud.Default);
    }
}
