using CsCheck;
using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Aws.Tests.Iam;

/// <summary>Generated policies.</summary>
internal static class Policies
{
    private static readonly Gen<string> Action = OneOf("s3:GetObject", "s3:Put*", "kms:Decrypt", "*");

    private static readonly Gen<string> Resource = OneOf("*", "arn:aws:s3:::a/*", "arn:aws:s3:::b", "arn:aws:s3:::${aws:PrincipalTag/x}");

    private static readonly Gen<PolicyPrincipal> Principal = Gen.OneOf(
        OneOf("111122223333", "arn:aws:iam::111122223333:root", "*").Select(PolicyPrincipal.Aws),
        OneOf("events.amazonaws.com", "sns.amazonaws.com").Select(PolicyPrincipal.Service)
    );

    private static readonly Gen<PolicyCondition> Condition = Gen.Select(
        OneOf("StringEquals", "ForAllValues:StringLikeIfExists", "Null", "Bool"),
        OneOf("aws:SourceAccount", "aws:SourceArn"),
        OneOf("true", "\"quoted\"", "ä/+&<", "").Array[1, 3],
        (name, key, values) => new PolicyCondition(ConditionOperator.Parse(name), key, [.. values])
    );

    private static readonly Gen<PolicyStatement> Statement = Gen.Select(
        Gen.Enum<PolicyEffect>(),
        Match(Action),
        Match(Resource),
        Gen.OneOf(Match(Principal).Select(match => (PolicyMatch<PolicyPrincipal>?)match), Gen.Const((PolicyMatch<PolicyPrincipal>?)null)),
        Condition.Array[0, 3],
        (effect, actions, resources, principals, conditions) =>
            new PolicyStatement(effect, actions)
            {
                Resources = resources,
                Principals = principals,
                Conditions = [.. conditions.DistinctBy(one => (one.Operator, one.Key))],
            }
    );

    /// <summary>Policies with one to three statements.</summary>
    public static Gen<PolicyDocument> Any { get; } =
        Statement.Array[1, 3].Select(all => new PolicyDocument([.. all.Select((one, i) => one with { Sid = $"S{i}" })]));

    private static Gen<PolicyMatch<T>> Match<T>(Gen<T> value) =>
        Gen.Select(value.Array[1, 3], Gen.Bool, (values, inverted) => new PolicyMatch<T>([.. values], inverted));

    private static Gen<string> OneOf(params string[] texts) => Gen.OneOf([.. texts.Select(Gen.Const)]);
}
