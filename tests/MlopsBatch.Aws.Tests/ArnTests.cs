using CsCheck;

namespace MlopsBatch.Aws.Tests;

public sealed class ArnTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc-1"], 1, 8];

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/service-role/jobs", "role", "service-role/jobs", "jobs")]
    [InlineData("arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/3", "model-package", "abalone/3", "3")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:notify", "function", "notify", "notify")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:operations", "", "operations", "operations")]
    [InlineData("arn:aws:s3:::bucket/some/key", "", "bucket/some/key", "key")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "policy", "ReadOnlyAccess", "ReadOnlyAccess")]
    [InlineData("arn:aws:sagemaker:*:*:model-package/*", "model-package", "*", "*")]
    [InlineData("arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/notify:*", "log-group", "/aws/lambda/notify:*", "*")]
    public void A_resource_has_a_type_and_an_id(string text, string type, string id, string name)
    {
        var arn = Arn.Parse(text);
        (arn.ResourceType, arn.ResourceId, arn.Name).ShouldBe((type, id, name));
        arn.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData("operations", "doesn't begin with \"arn:\"")]
    [InlineData("arn:aws:sns:eu-west-1", "has 4 parts of 6")]
    [InlineData("arn::sns:eu-west-1:111122223333:x", "has no partition")]
    [InlineData("arn:aws::eu-west-1:111122223333:x", "has no service")]
    [InlineData("arn:aws:sns:eu-west-1:1111:x", "has \"1111\" for an account")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:", "has no resource")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:a\nb", "has a control character")]
    public void What_is_none_is_told_with_the_reason(string? text, string reason)
    {
        Arn.TryParse(text, out var arn, out var told).ShouldBeFalse();
        arn.ShouldBeNull();
        told.ShouldBe($"\"{text}\" is no ARN: it {reason}; an ARN is arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE.");
    }

    [Fact]
    public void What_is_made_is_read_again_as_the_same() =>
        Gen.Select(Word, Word, Word, Word)
            .Sample(
                (service, region, type, id) =>
                {
                    var arn = new Arn("aws", service, region, "111122223333", $"{type}/{id}");
                    Arn.Parse(arn.ToString()).ShouldBe(arn);
                    Arn.IsOf(service, arn.ToString(), type).ShouldBeTrue();
                    Arn.IsOf(service + "x", arn.ToString()).ShouldBeFalse();
                },
                seed: "0000KOIPe036"
            );
}
