using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Aws.Tests.Iam;

public class PolicyDocumentTests
{
    private const string Everything = """
        {
          "Id": "all",
          "Statement": [
            {
              "Condition": {
                "ForAllValues:StringEqualsIfExists": {"events:source": ["b", "a", "a"]},
                "Bool": {"aws:SecureTransport": false},
                "NumericLessThan": {"s3:max-keys": 10}
              },
              "Resource": ["arn:aws:s3:::b/*", "arn:aws:s3:::a/*"],
              "NotAction": "s3:PutObject",
              "Principal": {"Service": "events.amazonaws.com", "AWS": ["111122223333", "arn:aws:iam::111122223333:role/x"]},
              "Effect": "Deny",
              "Sid": "First"
            },
            {"Effect": "Allow", "NotPrincipal": "*", "Action": ["s3:Get*"], "NotResource": "*"}
          ],
          "Version": "2012-10-17"
        }
        """;

    [Fact]
    public void All_parts_are_kept()
    {
        var policy = PolicyDocument.Parse(Everything);
        policy.Id.ShouldBe("all");
        var first = policy.Statements[0];
        (first.Sid, first.Effect, first.Actions.IsInverted).ShouldBe(("First", PolicyEffect.Deny, true));
        first.Principals!.Values.ShouldBe([
            new PolicyPrincipal(PrincipalKind.Service, "events.amazonaws.com"),
            new PolicyPrincipal(PrincipalKind.Aws, "111122223333"),
            new PolicyPrincipal(PrincipalKind.Aws, "arn:aws:iam::111122223333:role/x"),
        ]);
        first
            .Conditions.Select(condition => condition.Operator)
            .ShouldBe([
                new ConditionOperator("StringEquals", SetQualifier.ForAllValues, IfExists: true),
                new ConditionOperator("Bool"),
                new ConditionOperator("NumericLessThan"),
            ]);
        first.Conditions[1].Values.ShouldBe(["false"]);
        var second = policy.Statements[1];
        (second.Principals!.IsInverted, second.Resources!.IsInverted, second.Actions.IsInverted).ShouldBe((true, true, false));
        second.Principals.Values.ShouldBe([PolicyPrincipal.Everyone]);
    }

    [Theory]
    [InlineData("{", "it is no JSON")]
    [InlineData("[]", "policy: got [], needs an object with Version and Statement")]
    [InlineData("""{"Version":"2012-10-17"}""", "Statement: is missing")]
    [InlineData("""{"Statement":[]}""", "Statement: got [], needs at least one statement")]
    [InlineData(
        """{"Version":"2021-01-01","Statement":{"Effect":"Allow","Action":"*"}}""",
        "Version: got \"2021-01-01\", needs 2012-10-17"
    )]
    [InlineData("""{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}""", "Statement.Effect: got \"allow\", needs Allow or Deny")]
    [InlineData("""{"Statement":[{"Action":"*"}]}""", "Statement[0].Effect: is missing, needs Allow or Deny")]
    [InlineData("""{"Statement":[{"Effect":"Allow"}]}""", "Statement[0]: needs Action or NotAction")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":[]}]}""",
        "Statement[0].Action: got [], needs a text or a list of texts, none of them empty"
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"GetObject"}]}""",
        "Statement[0].Action: got \"GetObject\", needs service:Action or *"
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"*","NotAction":"*"}]}""",
        "Statement[0]: has Action and NotAction, needs one of them"
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"*","Resources":"*"}]}""",
        "Statement[0].Resources: is no element of a policy; did you mean Resource?"
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"*","Principal":{"Aws":"*"}}]}""",
        "Statement[0].Principal.Aws: is no element of a policy; did you mean AWS?"
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"Bool":true}}]}""",
        "Statement[0].Condition.Bool: got true, needs an object of condition keys"
    )]
    [InlineData(
        """{"Statement":[{"Sid":"A","Effect":"Allow","Action":"*"},{"Sid":"A","Effect":"Allow","Action":"*"}]}""",
        "Statement: 2 statements are named \"A\", a Sid is unique in its policy"
    )]
    [InlineData("""{"Statement":[{"Effect":"Allow","Effect":"Deny","Action":"*"}]}""", "it is no JSON")]
    public void Faults_name_the_place_and_the_mend(string json, string fault) =>
        Should
            .Throw<PolicyFormatException>(() => PolicyDocument.Parse(json))
            .Faults.ShouldContain(one => one.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_told_at_once() =>
        Should
            .Throw<PolicyFormatException>(() =>
                PolicyDocument.Parse("""{"Version":"1","Statement":[{"Effect":"Maybe"},{"Effect":"Allow","Action":"*","Sid":7}]}""")
            )
            .Faults.Length.ShouldBe(4);

    [Theory]
    [InlineData("StringEquals", "StringEquals", SetQualifier.None, false)]
    [InlineData("ForAnyValue:StringLike", "StringLike", SetQualifier.ForAnyValue, false)]
    [InlineData("ForAllValues:ArnLikeIfExists", "ArnLike", SetQualifier.ForAllValues, true)]
    [InlineData("Some:Thing", "Some:Thing", SetQualifier.None, false)]
    public void Operators_have_parts(string text, string name, SetQualifier qualifier, bool ifExists)
    {
        ConditionOperator.Parse(text).ShouldBe(new(name, qualifier, ifExists));
        ConditionOperator.Parse(text).ToString().ShouldBe(text);
    }
}
