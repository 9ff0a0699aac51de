using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.S3;

public class S3BucketTests
{
    [Fact]
    public async Task An_object_is_a_file_under_its_key()
    {
        await using var cloud = new TestCloud();
        var stored = cloud.Bucket.PutText("training/data/raw/a.csv", "1,2\n");
        stored.ETag.ShouldBe("3ecfad755fa825f7a17c5526ec44e651");
        stored.Size.ShouldBe(4);
        stored.VersionId.ShouldBe("null");
        File.ReadAllText(Path.Combine(cloud.Cloud.Options.Root, "s3", "data", "training", "data", "raw", "a.csv")).ShouldBe("1,2\n");
        cloud.Bucket.ReadText("training/data/raw/a.csv").ShouldBe("1,2\n");
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/absolute")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("ends/")]
    [InlineData("dot.")]
    [InlineData("per%cent%2F")]
    [InlineData("semi;colon:star*question?")]
    [InlineData("umlaut-ä-😀/x y\t\n")]
    public async Task An_awkward_key_stays_within_the_bucket_and_is_kept_exactly(string key)
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText(key, key);
        cloud.Bucket.ReadText(key).ShouldBe(key);
        cloud.Bucket.List("").ShouldHaveSingleItem().Key.ShouldBe(key);
        Directory
            .EnumerateFiles(Path.Combine(cloud.Cloud.Options.Root, "s3", "data"), "*", SearchOption.AllDirectories)
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_key_of_1024_bytes_is_stored_and_one_more_is_refused()
    {
        await using var cloud = new TestCloud();
        var key = new string('x', 1024);
        cloud.Bucket.PutText(key, "long");
        cloud.Bucket.ReadText(key).ShouldBe("long");
        Should.Throw<CloudException>(() => cloud.Bucket.PutText(key + "x", "")).Code.ShouldBe("KeyTooLongError");
        Should.Throw<CloudException>(() => cloud.Bucket.PutText("", "")).Code.ShouldBe("InvalidArgument");
        Should.Throw<CloudException>(() => cloud.Bucket.PutText("\ud800", "")).Code.ShouldBe("InvalidArgument");
    }

    [Theory]
    [InlineData("a", "a/b", "a/b/c")]
    [InlineData("a/b/c", "a/b", "a")]
    [InlineData("a/b", "a", "a/b/c")]
    public async Task A_key_may_be_the_beginning_of_others(params string[] keys)
    {
        await using var cloud = new TestCloud();
        foreach (var key in keys)
        {
            cloud.Bucket.PutText(key, key);
        }
        keys.ShouldAllBe(key => cloud.Bucket.ReadText(key) == key);
        cloud.Bucket.Delete("a/b");
        cloud.Bucket.ReadText("a").ShouldBe("a");
        cloud.Bucket.ReadText("a/b/c").ShouldBe("a/b/c");
    }

    [Fact]
    public async Task Without_versioning_an_object_is_overwritten_for_good()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("k", "1");
        cloud.Bucket.PutText("k", "2");
        cloud.Bucket.ReadText("k").ShouldBe("2");
        cloud.Bucket.Versions("k").ShouldHaveSingleItem().VersionId.ShouldBe("null");
        cloud.Bucket.Delete("k");
        cloud.Bucket.Versions("k").ShouldBeEmpty();
    }

    [Fact]
    public async Task With_versioning_nothing_is_lost()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("k", "before");
        cloud.Bucket.Versioning = true;
        var first = cloud.Bucket.PutText("k", "1");
        var second = cloud.Bucket.PutText("k", "2");
        cloud.Bucket.Delete("k");

        cloud.Bucket.Find("k").ShouldBeNull();
        cloud.Bucket.List("").ShouldBeEmpty();
        Should.Throw<CloudException>(() => cloud.Bucket.ReadText("k")).Code.ShouldBe("NoSuchKey");
        cloud.Bucket.ReadText("k", first.VersionId).ShouldBe("1");
        cloud.Bucket.ReadText("k", second.VersionId).ShouldBe("2");
        cloud.Bucket.ReadText("k", "null").ShouldBe("before");
        cloud.Bucket.Versions("k").Select(version => version.VersionId).ShouldBe([second.VersionId, first.VersionId, "null"]);
        Should.Throw<CloudException>(() => cloud.Bucket.ReadText("k", "none")).Code.ShouldBe("NoSuchVersion");

        cloud.Bucket.PutText("k", "3");
        cloud.Bucket.ReadText("k").ShouldBe("3");
        cloud.Bucket.Versions("k").Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_reader_keeps_what_it_opened()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("k", "old");
        using var reader = new StreamReader(cloud.Bucket.OpenRead("k"));
        cloud.Bucket.PutText("k", "new");
        (await reader.ReadToEndAsync()).ShouldBe("old");
    }

    [Fact]
    public async Task Files_of_others_and_objects_never_share_bytes()
    {
        await using var cloud = new TestCloud();
        var source = cloud.WriteFile("source.txt", "original");
        cloud.Bucket.Put("k", source);
        File.WriteAllText(source, "changed");
        cloud.Bucket.ReadText("k").ShouldBe("original");

        var target = Path.Combine(cloud.Root, "deep", "target.txt");
        cloud.Bucket.Download("k", target);
        File.AppendAllText(target, " and changed");
        cloud.Bucket.ReadText("k").ShouldBe("original");
    }

    [Fact]
    public async Task Keys_are_listed_in_the_order_of_their_bytes()
    {
        await using var cloud = new TestCloud();
        foreach (var key in new[] { "b", "a/2", "a.", "\uFFFD", "😀", "A", "a/10" })
        {
            cloud.Bucket.PutText(key, "");
        }
        cloud.Bucket.List("").Select(item => item.Key).ShouldBe(["A", "a.", "a/10", "a/2", "b", "\uFFFD", "😀"]);
        cloud.Bucket.List("a/").Select(item => item.Key).ShouldBe(["a/10", "a/2"]);
    }

    [Fact]
    public async Task A_missing_object_is_named_with_the_one_that_was_meant()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("training-data.csv", "");
        Should
            .Throw<CloudException>(() => cloud.Bucket.Get("trainin-data.csv"))
            .Message.ShouldBe("There is no object s3://data/trainin-data.csv. Did you mean 'training-data.csv'?");
    }

    [Fact]
    public async Task Every_object_is_announced_on_the_bus_once_that_is_switched_on()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.PutText("silent", "");
        cloud.Events.ShouldBeEmpty();

        cloud.Bucket.EventBridge = true;
        cloud.Bucket.Versioning = true;
        var stored = cloud.Bucket.PutText("in/a b.csv", "12345");
        cloud.Bucket.Delete("in/a b.csv");

        cloud.Events.Select(happened => happened.DetailType).ShouldBe(["Object Created", "Object Deleted"]);
        var detail = cloud.Events[0].ToJson();
        detail["source"]!.ToString().ShouldBe("aws.s3");
        detail["account"]!.ToString().ShouldBe("111122223333");
        detail["resources"]!.ToJsonString().ShouldBe("""["arn:aws:s3:::data"]""");
        detail["detail"]!["bucket"]!["name"]!.ToString().ShouldBe("data");
        detail["detail"]!["reason"]!.ToString().ShouldBe("PutObject");
        var item = detail["detail"]!["object"]!;
        item["key"]!.ToString().ShouldBe("in/a b.csv", "EventBridge gets the key as it is, not URL-encoded");
        item["size"]!.GetValue<long>().ShouldBe(5);
        item["etag"]!.ToString().ShouldBe(stored.ETag);
        item["version-id"]!.ToString().ShouldBe(stored.VersionId);
        cloud.Events[1].Detail["deletion-type"]!.ToString().ShouldBe("Delete Marker Created");
    }

    [Fact]
    public async Task Writers_side_by_side_lose_nothing()
    {
        await using var cloud = new TestCloud();
        cloud.Bucket.Versioning = true;
        await Parallel.ForAsync(
            0,
            200,
            (index, _) =>
            {
                cloud.Bucket.PutText($"shared/{index % 5}", $"{index}");
                cloud.Bucket.PutText($"shared/{index % 5}/{index}", $"{index}");
                return ValueTask.CompletedTask;
            }
        );
        cloud.Bucket.List("shared/").Count.ShouldBe(205);
        Enumerable.Range(0, 5).Sum(index => cloud.Bucket.Versions($"shared/{index}").Count).ShouldBe(200);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData("-abc")]
    public async Task A_bucket_name_must_be_one(string name)
    {
        await using var cloud = new TestCloud();
        Should.Throw<CloudException>(() => cloud.Cloud.Default.CreateBucket(name)).Code.ShouldBe("InvalidBucketName");
    }

    [Fact]
    public async Task Bucket_names_are_shared_by_all_accounts()
    {
        await using var cloud = new TestCloud();
        Should.Throw<CloudException>(() => cloud.Cloud.Account("444455556666").CreateBucket("data")).Code.ShouldBe("BucketAlreadyExists");
        Should
            .Throw<CloudException>(() => cloud.Cloud.S3.Bucket("date"))
            .Message.ShouldBe("There is no bucket 'date'. Did you mean 'data'?");
    }

    [Fact]
    public async Task A_store_that_fails_names_the_object_and_the_path()
    {
        await using var cloud = new TestCloud();
        var error = Should.Throw<CloudException>(() => cloud.Bucket.Put("k", Path.Combine(cloud.Root, "none")));
        error.Code.ShouldBe("StorageUnavailable");
        error.Message.ShouldStartWith("Cannot store s3://data/k in '");
        S3Uri.TryParse("http://x/y", out _).ShouldBeFalse();
    }
}
