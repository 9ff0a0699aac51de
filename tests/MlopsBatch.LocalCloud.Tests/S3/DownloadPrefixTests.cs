using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.S3;

public class DownloadPrefixTests
{
    private static readonly string[] Keys =
    [
        "data/train/x.csv",
        "data/train/deep/y.csv",
        "data/train-data.csv",
        "data/train2/z.csv",
        "data/raw.csv",
        "data/raw.csv.bak",
        "data/train/",
    ];

    [Theory]
    [InlineData("s3://data/data/train/", "deep/y.csv", "x.csv")]
    [InlineData("s3://data/data/train", "train-data.csv", "deep/y.csv", "x.csv", "train2/z.csv")]
    [InlineData("s3://data/data/raw.csv", "raw.csv", "raw.csv.bak")]
    [InlineData("s3://data/data/raw.csv.bak", "raw.csv.bak")]
    [InlineData("s3://data/data/tra", "train-data.csv", "train/deep/y.csv", "train/x.csv", "train2/z.csv")]
    public async Task A_prefix_is_plain_text(string prefix, params string[] files)
    {
        await using var cloud = new TestCloud();
        foreach (var key in Keys)
        {
            cloud.Bucket.PutText(key, key);
        }
        var folder = Path.Combine(cloud.Root, "in");
        cloud.Cloud.S3.DownloadPrefix(S3Uri.Parse(prefix), folder).ShouldBe(files);
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .ShouldBe(files, ignoreOrder: true);
    }

    [Fact]
    public async Task A_whole_bucket_can_be_taken()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("a/b", "x");
        cloud.Cloud.S3.DownloadPrefix(S3Uri.Parse("s3://data"), Path.Combine(cloud.Root, "in")).ShouldBe(["a/b"]);
    }

    [Theory]
    [InlineData("in/../../escape")]
    [InlineData("in//x")]
    public async Task A_key_that_leads_elsewhere_is_refused(string key)
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText(key, "");
        Should
            .Throw<CloudException>(() => cloud.Cloud.S3.DownloadPrefix(S3Uri.Parse("s3://data/in/"), Path.Combine(cloud.Root, "in")))
            .Code.ShouldBe("InvalidKey");
    }

    [Fact]
    public async Task Nothing_found_is_an_error_with_the_address()
    {
        await using var cloud = new TestCloud();
        Should
            .Throw<CloudException>(() => cloud.Cloud.S3.DownloadPrefix(S3Uri.Parse("s3://data/none"), cloud.Root))
            .Message.ShouldBe("No S3 objects found under S3 URL 's3://data/none'.");
        Should
            .Throw<CloudException>(() => S3Uri.Parse("data/none"))
            .Message.ShouldBe("'data/none' is no S3 address; it must look like s3://bucket/key.");
    }

    [Fact]
    public async Task A_folder_is_uploaded_with_its_paths_as_keys()
    {
        await using var cloud = new TestCloud();
        cloud.WriteFile("out/b.txt", "b");
        cloud.WriteFile("out/deep/a.txt", "a");
        cloud
            .Cloud.S3.UploadFolder(Path.Combine(cloud.Root, "out"), S3Uri.Parse("s3://data/results/"))
            .Select(item => item.Key)
            .ShouldBe(["results/b.txt", "results/deep/a.txt"]);
        cloud.Bucket.ReadText("results/deep/a.txt").ShouldBe("a");
    }
}
