namespace MlopsBatch.Aws.Tests;

public sealed class PartitionTests
{
    [Theory]
    [InlineData("eu-west-1", "aws", "sqs.eu-west-1.amazonaws.com", "https://eu-west-1.console.aws.amazon.com")]
    [InlineData("cn-north-1", "aws-cn", "sqs.cn-north-1.amazonaws.com.cn", "https://cn-north-1.console.amazonaws.cn")]
    [InlineData("us-gov-west-1", "aws-us-gov", "sqs.us-gov-west-1.amazonaws.com", "https://us-gov-west-1.console.amazonaws-us-gov.com")]
    [InlineData("eusc-de-east-1", "aws-eusc", "sqs.eusc-de-east-1.amazonaws.eu", "https://eusc-de-east-1.console.amazonaws-eusc.eu")]
    [InlineData("us-iso-east-1", "aws-iso", "sqs.us-iso-east-1.c2s.ic.gov", null)]
    [InlineData("us-isob-east-1", "aws-iso-b", "sqs.us-isob-east-1.sc2s.sgov.gov", null)]
    [InlineData("eu-isoe-west-1", "aws-iso-e", "sqs.eu-isoe-west-1.cloud.adc-e.uk", null)]
    [InlineData("us-isof-east-1", "aws-iso-f", "sqs.us-isof-east-1.csp.hci.ic.gov", null)]
    public void A_region_has_its_partition_hosts_and_console(string region, string id, string host, string? console)
    {
        var partition = Partition.OfRegion(region);
        (partition.Id, partition.ServiceHost("sqs", region), partition.Console(region)).ShouldBe((id, host, console));
    }

    [Fact]
    public void Every_region_is_of_one_partition()
    {
        foreach (var partition in Partition.All)
        {
            partition.Regions.ShouldAllBe(region => Partition.OfRegion(region) == partition);
        }

        Partition.All.SelectMany(partition => partition.Regions).ShouldBeUnique();
    }

    [Theory]
    [InlineData("ap-southeast-99", "aws")]
    [InlineData("us-gov-north-1", "aws-us-gov")]
    public void A_new_region_is_told_by_its_prefix(string region, string id) => Partition.OfRegion(region).Id.ShouldBe(id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ireland")]
    [InlineData("eu-west")]
    [InlineData("xx-west-1")]
    [InlineData("eu-west-1/../x")]
    public void What_is_no_region_has_none(string? region)
    {
        Partition.TryOfRegion(region, out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Partition.OfRegion(region!)).Message.ShouldContain("is no region of AWS");
    }

    [Fact]
    public void Identities_and_buckets_have_no_region()
    {
        var partition = Partition.OfRegion("cn-north-1");
        partition.Iam("111122223333", "root").ToString().ShouldBe("arn:aws-cn:iam::111122223333:root");
        partition.S3("bucket/key").ToString().ShouldBe("arn:aws-cn:s3:::bucket/key");
    }
}
