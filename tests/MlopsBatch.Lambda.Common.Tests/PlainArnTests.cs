using CsCheck;
using MlopsBatch.Aws;
using MlopsBatch.Lambda.Common.Text;

namespace MlopsBatch.Lambda.Common.Tests;

public sealed class PlainArnTests
{
    [Fact]
    public void An_ARN_is_taken_apart_and_put_together()
    {
        PlainArn.TryParse("arn:aws-cn:sagemaker:cn-north-1:111122223333:pipeline/a/execution/b", out var arn).ShouldBeTrue();
        arn.ShouldBe(new Arn("aws-cn", "sagemaker", "cn-north-1", "111122223333", "pipeline/a/execution/b"));
        arn!.ResourceParts.ShouldBe(["pipeline", "a", "execution", "b"]);
        arn.ToString().ShouldBe("arn:aws-cn:sagemaker:cn-north-1:111122223333:pipeline/a/execution/b");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:")]
    [InlineData("arn::sns:eu-west-1:111122223333:x")]
    [InlineData("urn:aws:sns:eu-west-1:111122223333:x")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:a b")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:$(x)")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:é")]
    public void What_is_no_ARN_is_refused(string? text) => PlainArn.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void No_ARN_holds_shell_syntax() =>
        Gen.Char["abAB01:/-_.+=@ $`'\"\\;&|<>(){}*?!#~\n"]
            .Array[0, 30]
            .Sample(tail =>
                !PlainArn.TryParse("arn:aws:sns:eu-west-1:111122223333:x" + new string(tail), out var arn)
                || !arn.ToString().Any(c => " $`'\"\\;&|<>(){}*?!#~\n".Contains(c))
            );
}
