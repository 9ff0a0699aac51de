using System.Security.Cryptography;

namespace MlopsBatch.LocalCloud.Tests.Http;

/// <summary>S3 as the AWS CLI and boto3 use it.</summary>
public sealed class S3HttpTests
{
    [Fact]
    public async Task The_AWS_CLI_copies_files_of_any_size_and_key_there_and_back()
    {
        await using var served = await ServedCloud.StartAsync();
        served.Local.WriteFile("up/small file+ü.csv", "a,b\n1,2\n");
        served.Local.WriteFile("up/deep/er/empty.txt", "");
        // Above 8 MB the CLI sends parts, and gets ranges.
        var big = new byte[20_000_001];
        new Random(7).NextBytes(big);
        await File.WriteAllBytesAsync(Path.Combine(served.Local.Root, "up/big.bin"), big);
        served.Local.Bucket.EventBridge = true;

        await served.AwsAsync("s3", "cp", "--recursive", "--quiet", "up", "s3://data/in");
        await served.AwsAsync("s3", "cp", "--recursive", "--quiet", "s3://data/in", "down");

        served.Local.Bucket.List("").Select(item => item.Key).ShouldBe(["in/big.bin", "in/deep/er/empty.txt", "in/small file+ü.csv"]);
        served.Local.Bucket.Get("in/big.bin").ETag.ShouldEndWith("-3");
        SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(served.Local.Root, "down/big.bin"))).ShouldBe(SHA256.HashData(big));
        (await File.ReadAllTextAsync(Path.Combine(served.Local.Root, "down/small file+ü.csv"))).ShouldBe("a,b\n1,2\n");
        served
            .Local.Events.Select(happened => happened.Detail["reason"]!.ToString())
            .Order()
            .ShouldBe(["CompleteMultipartUpload", "PutObject", "PutObject"]);
        Directory.EnumerateFileSystemEntries(Path.Combine(served.Local.Cloud.Options.Root, "uploads")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_AWS_CLI_lists_copies_moves_and_removes()
    {
        await using var served = await ServedCloud.StartAsync();
        foreach (var key in new[] { "a/1.csv", "a/2.csv", "b c/3.csv", "top.csv" })
        {
            served.Local.Bucket.PutText(key, key);
        }

        var listed = await served.AwsAsync("s3", "ls", "s3://data/");
        var copied = await served.AwsAsync("s3", "cp", "s3://data/a/1.csv", "s3://data/copy/ä.csv");
        await served.AwsAsync("s3", "rm", "--recursive", "s3://data/a/");

        listed.ShouldContain("PRE a/");
        listed.ShouldContain("PRE b c/");
        listed.ShouldContain("7 top.csv");
        copied.ShouldContain("copy: s3://data/a/1.csv to s3://data/copy/ä.csv");
        served.Local.Bucket.List("").Select(item => item.Key).ShouldBe(["b c/3.csv", "copy/ä.csv", "top.csv"]);
        served.Local.Bucket.ReadText("copy/ä.csv").ShouldBe("a/1.csv");
    }

    [Fact]
    public async Task Boto3_pages_ranges_conditions_versions_and_presigned_addresses_work()
    {
        await using var served = await ServedCloud.StartAsync();
        served.Local.Bucket.Versioning = true;
        served.Local.Bucket.PutText("k/5", "first");
        foreach (var i in Enumerable.Range(0, 12))
        {
            served.Local.Bucket.PutText($"k/{i}", $"content {i}");
        }

        var output = await served.BotoAsync(
            """
            s3 = client("s3")
            pages = list(s3.get_paginator("list_objects_v2").paginate(Bucket="data", Prefix="k/", PaginationConfig={"PageSize": 5}))
            assert [len(p["Contents"]) for p in pages] == [5, 5, 2], pages
            assert s3.list_objects(Bucket="data", Delimiter="/")["CommonPrefixes"] == [{"Prefix": "k/"}]
            got = s3.get_object(Bucket="data", Key="k/5", Range="bytes=3-6")
            assert got["Body"].read() == b"tent" and got["ContentRange"] == "bytes 3-6/9", got
            assert s3.get_object(Bucket="data", Key="k/5", Range="bytes=-1")["Body"].read() == b"5"
            head = s3.head_object(Bucket="data", Key="k/5")
            assert head["ContentLength"] == 9 and head["VersionId"] == got["VersionId"]
            for call, code, status in [
                (lambda: s3.get_object(Bucket="data", Key="k/5", Range="bytes=9-"), "InvalidRange", 416),
                (lambda: s3.get_object(Bucket="data", Key="none"), "NoSuchKey", 404),
                (lambda: s3.head_object(Bucket="data", Key="none"), "404", 404),
                (lambda: s3.list_objects_v2(Bucket="nobody"), "NoSuchBucket", 404),
                (lambda: s3.put_object(Bucket="data", Key="x", Body=b"1", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA=="), "BadDigest", 400),
                (lambda: s3.get_object(Bucket="data", Key="k/5", IfNoneMatch=got["ETag"]), "304", 304),
                (lambda: s3.get_bucket_acl(Bucket="data"), "NotImplemented", 501),
            ]:
                try:
                    call()
                    raise SystemExit("no " + code)
                except botocore.exceptions.ClientError as e:
                    assert (e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"]) == (code, status), e.response
            import urllib.request
            old = s3.generate_presigned_url("get_object", Params={"Bucket": "data", "Key": "k/5"}, ExpiresIn=60)
            try:
                urllib.request.urlopen(old)
                raise SystemExit("version 2 was taken")
            except urllib.error.HTTPError as e:
                assert e.code == 400 and b"Please use AWS4-HMAC-SHA256" in e.read()
            v4 = client("s3", config=Config(signature_version="s3v4"))
            url = v4.generate_presigned_url("put_object", Params={"Bucket": "data", "Key": "put ü"}, ExpiresIn=60)
            urllib.request.urlopen(urllib.request.Request(url, data=b"new", method="PUT"))
            url = v4.generate_presigned_url("get_object", Params={"Bucket": "data", "Key": "put ü"}, ExpiresIn=60)
            assert urllib.request.urlopen(url).read() == b"new"
            try:
                urllib.request.urlopen(url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))
                raise SystemExit("not refused")
            except urllib.error.HTTPError as e:
                assert e.code == 403 and b"SignatureDoesNotMatch" in e.read()
            deleted = s3.delete_objects(Bucket="data", Delete={"Objects": [{"Key": "k/0"}, {"Key": "k/1"}, {"Key": "never"}]})
            assert [d["Key"] for d in deleted["Deleted"]] == ["k/0", "k/1", "never"]
            assert s3.get_bucket_location(Bucket="data")["LocationConstraint"] == "eu-west-1"
            assert [b["Name"] for b in s3.list_buckets()["Buckets"]] == ["data"]
            s3.create_bucket(Bucket="another", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
            print("all well")
            """
        );

        output.Trim().ShouldBe("all well");
        served.Local.Cloud.S3.Bucket("another").Owner.ShouldBe("111122223333");
        served.Local.Bucket.ReadText("put ü").ShouldBe("new");
    }

    [Fact]
    public async Task An_upload_that_is_given_up_leaves_nothing_and_parts_must_be_those_that_came()
    {
        await using var served = await ServedCloud.StartAsync();

        var output = await served.BotoAsync(
            """
            s3 = client("s3")
            up = s3.create_multipart_upload(Bucket="data", Key="big")["UploadId"]
            tag = s3.upload_part(Bucket="data", Key="big", UploadId=up, PartNumber=1, Body=b"one")["ETag"]
            tag2 = s3.upload_part(Bucket="data", Key="big", UploadId=up, PartNumber=2, Body=b"two")["ETag"]
            assert [p["Size"] for p in s3.list_parts(Bucket="data", Key="big", UploadId=up)["Parts"]] == [3, 3]
            assert [u["UploadId"] for u in s3.list_multipart_uploads(Bucket="data")["Uploads"]] == [up]
            def refused(code, parts):
                try:
                    s3.complete_multipart_upload(Bucket="data", Key="big", UploadId=up, MultipartUpload={"Parts": parts})
                    raise SystemExit("no " + code)
                except botocore.exceptions.ClientError as e:
                    assert e.response["Error"]["Code"] == code, e.response
            refused("InvalidPart", [{"PartNumber": 1, "ETag": tag2}])
            refused("InvalidPartOrder", [{"PartNumber": 2, "ETag": tag2}, {"PartNumber": 1, "ETag": tag}])
            refused("EntityTooSmall", [{"PartNumber": 1, "ETag": tag}, {"PartNumber": 2, "ETag": tag2}])
            s3.abort_multipart_upload(Bucket="data", Key="big", UploadId=up)
            refused("NoSuchUpload", [{"PartNumber": 1, "ETag": tag}])
            print("all well")
            """
        );

        output.Trim().ShouldBe("all well");
        served.Local.Bucket.List("").ShouldBeEmpty();
    }
}
