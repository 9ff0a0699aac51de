using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Access;

public class CallerTests
{
    private static readonly Principal Scientist = Principal.Role("arn:aws:iam::111122223333:role/data-scientist", "ana");

    [Fact]
    public async Task A_service_that_is_reached_through_an_account_as_somebody_is_called_by_them()
    {
        await using var cloud = new TestCloud();
        var account = cloud.Cloud.Default.As(Scientist);
        account.S3.Bucket("data").PutText("a/b.csv", "1");
        account.S3.Bucket("data").List("a/");

        cloud
            .Cloud.Authorizer.Requests.Where(request => request.Caller.Principal == Scientist)
            .Select(request => (request.Action, request.Resource, request.Account))
            .ShouldBe([
                ("s3:PutObject", "arn:aws:s3:::data/a/b.csv", "111122223333"),
                ("s3:ListBucket", "arn:aws:s3:::data", "111122223333"),
            ]);
        cloud.Cloud.Authorizer.Requests[^1].Context["s3:prefix"].ShouldBe("a/");
        cloud.Bucket.ReadText("a/b.csv").ShouldBe("1", "all views share one state");
    }

    [Fact]
    public void A_session_is_named_as_in_errors_and_its_role_as_in_conditions()
    {
        Scientist.ToString().ShouldBe("arn:aws:sts::111122223333:assumed-role/data-scientist/ana");
        Scientist.Arn.ShouldBe("arn:aws:iam::111122223333:role/data-scientist");
        Principal.Root("111122223333").ToString().ShouldBe("arn:aws:iam::111122223333:root");
        Should.Throw<CloudException>(() => Principal.Role("arn:aws:iam::1111:user/x", "s")).Message.ShouldContain("is no role");
    }
}
