using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Aws.Tests.Iam;

/// <summary>What the corpus can't hold the evaluator to: its words, and what it refuses to judge.</summary>
public class PolicyEvaluatorTests
{
    private const string Jobs = "arn:aws:iam::111122223333:role/jobs";
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555";
    private static readonly RequestPrincipal Job = RequestPrincipal.Role(Jobs, "run");

    [Fact]
    public void A_refusal_reads_as_AWS_writes_it_and_says_what_came_near()
    {
        var decision = PolicyEvaluator.Decide(
            Read() with
            {
                IdentityPolicies =
                [
                    Policy("""{"Sid":"Beside","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/b/*"}"""),
                    Policy(
                        """{"Sid":"Safe","Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"""
                    ),
                ],
            }
        );
        decision.Outcome.ShouldBe(AuthorizationOutcome.ImplicitDeny);
        decision.Missing.ShouldBe(PolicySide.Identity);
        decision.Message.ShouldBe(
            "User: arn:aws:sts::111122223333:assumed-role/jobs/run is not authorized to perform: s3:GetObject "
                + "on resource: arn:aws:s3:::data/a/x because no identity-based policy allows the s3:GetObject action"
        );
        decision.NearMisses.ShouldBe([
            "Beside of policy: it is about [arn:aws:s3:::data/b/*]",
            "Safe of policy: its condition Bool aws:SecureTransport [true] doesn't hold, the request has no such key",
        ]);
    }

    [Fact]
    public void A_denial_names_its_statement()
    {
        var decision = PolicyEvaluator.Decide(
            Read() with
            {
                IdentityPolicies = [Policy("""{"Effect":"Allow","Action":"*","Resource":"*"}""")],
                ResourcePolicy = Policy("""{"Sid":"No","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}"""),
            }
        );
        decision.Outcome.ShouldBe(AuthorizationOutcome.ExplicitDeny);
        decision.By!.ToString().ShouldBe("No of policy");
        decision.Message.ShouldEndWith("with an explicit deny in a resource-based policy");
    }

    [Theory]
    [InlineData("""{"StringSounds":{"aws:SourceAccount":"1"}}""", "the operator StringSounds isn't known")]
    [InlineData("""{"StringEquals":{"events:source":"a"}}""", "events:source holds a list")]
    [InlineData("""{"StringEquals":{"aws:SourceVpc":["a"]}}""", "aws:SourceVpc holds a list")]
    [InlineData("""{"ForAnyValue:StringEqualsIfExists":{"aws:TagKeys":"a"}}""", "AWS doesn't say which wins")]
    [InlineData("""{"StringNotEquals":{"aws:SourceVpc":"${aws:PrincipalTag/none}"}}""", "holds a list")]
    [InlineData("""{"StringNotLike":{"aws:SourceAccount":"${aws:PrincipalTag/none}"}}""", "a variable without value")]
    public void What_is_not_known_is_never_allowed(string condition, string reason)
    {
        var request = Read() with
        {
            IdentityPolicies = [Policy($$"""{"Sid":"Odd","Effect":"Allow","Action":"*","Resource":"*","Condition":{{condition}}}""")],
            Context = RequestContext.Empty.With("events:source", "a").With("aws:SourceAccount", "1").With("aws:SourceVpc", ["a", "b"]),
        };
        var decision = PolicyEvaluator.Decide(request);
        (decision.Outcome, decision.IsAllowed).ShouldBe((AuthorizationOutcome.NotJudged, false));
        decision.Message.ShouldContain(reason);
        var everything = Policy("""{"Effect":"Allow","Action":"*","Resource":"*"}""");
        PolicyEvaluator
            .Decide(request with { IdentityPolicies = [.. request.IdentityPolicies, everything] })
            .IsAllowed.ShouldBeTrue("something else allows it");
        var denial = Policy($$"""{"Effect":"Deny","Action":"*","Resource":"*","Condition":{{condition}}}""");
        PolicyEvaluator.Decide(request with { IdentityPolicies = [denial, everything] }).Outcome.ShouldBe(AuthorizationOutcome.NotJudged);
    }

    [Fact]
    public void A_key_trusts_only_whom_its_policy_names()
    {
        var own = Policy("""{"Effect":"Allow","Action":"kms:*","Resource":"*"}""");
        var request = new AuthorizationRequest(Job, "kms:Decrypt", Key) { IdentityPolicies = [own] };
        PolicyEvaluator.Decide(request).Missing.ShouldBe(PolicySide.Resource);
        var byRoot = Policy("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}""");
        PolicyEvaluator.Decide(request with { ResourcePolicy = byRoot }).IsAllowed.ShouldBeTrue();
        PolicyEvaluator.Decide(request with { ResourcePolicy = byRoot, IdentityPolicies = [] }).Missing.ShouldBe(PolicySide.Identity);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/gitlab.example.com", "job", AuthorizationOutcome.Allowed)]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/gitlab.example.com", "other", AuthorizationOutcome.ImplicitDeny)]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/elsewhere.example.com", "job", AuthorizationOutcome.ImplicitDeny)]
    public void A_role_is_given_to_whom_its_trust_names(string provider, string subject, AuthorizationOutcome outcome) =>
        PolicyEvaluator
            .Decide(
                new(RequestPrincipal.Federated(provider), "sts:AssumeRoleWithWebIdentity", Jobs)
                {
                    Context = RequestContext.Empty.With("gitlab.example.com:sub", subject),
                    ResourcePolicy = Policy(
                        """
                        {"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/gitlab.example.com"},
                         "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"gitlab.example.com:sub":"job"}}}
                        """
                    ),
                }
            )
            .Outcome.ShouldBe(outcome);

    [Fact]
    public void A_session_is_limited_by_its_own_policies()
    {
        var request = Read() with { IdentityPolicies = [Policy("""{"Effect":"Allow","Action":"*","Resource":"*"}""")] };
        PolicyEvaluator
            .Decide(request with { SessionPolicies = [Policy("""{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}""")] })
            .Missing.ShouldBe(PolicySide.Session);
        PolicyEvaluator
            .Decide(request with { SessionPolicies = [Policy("""{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}""")] })
            .IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void Root_needs_no_policy_at_home_and_the_owners_elsewhere()
    {
        var home = Read() with { Caller = RequestPrincipal.Root("111122223333") };
        PolicyEvaluator.Decide(home).IsAllowed.ShouldBeTrue();
        PolicyEvaluator.Decide(home with { ResourceAccount = "444455556666" }).Missing.ShouldBe(PolicySide.Resource);
    }

    [Fact]
    public void Nobody_is_let_in_only_by_a_policy_for_everybody()
    {
        var nobody = Read() with { Caller = RequestPrincipal.Anonymous };
        PolicyEvaluator.Decide(nobody).Missing.ShouldBe(PolicySide.Resource);
        PolicyEvaluator
            .Decide(
                nobody with
                {
                    ResourcePolicy = Policy(
                        """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}"""
                    ),
                }
            )
            .IsAllowed.ShouldBeTrue();
    }

    private static AuthorizationRequest Read() => new(Job, "s3:GetObject", "arn:aws:s3:::data/a/x") { ResourceAccount = "111122223333" };

    private static NamedPolicy Policy(string statement) =>
        new("policy", PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""));
}
