namespace MlopsBatch.Tests.Proof;

/// <summary>The table of actors: who has to be able to do what, on which resources, under which conditions.</summary>
internal static class Needs
{
    /// <summary>Actions that nobody in the model has, and that would be the worst to have.</summary>
    private static readonly string[] Never =
    [
        "s3:DeleteObject",
        "s3:DeleteBucket",
        "s3:PutBucketPolicy",
        "s3:GetObjectVersion",
        "kms:DisableKey",
        "kms:PutKeyPolicy",
        "iam:PassRole",
        "iam:CreateRole",
        "iam:PutRolePolicy",
        "iam:AttachRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "sts:AssumeRole",
        "sts:SetSourceIdentity",
        "sts:TagSession",
        "sagemaker:UpdateModelPackage",
        "sagemaker:DeleteModelPackage",
        "sagemaker:DeleteModelPackageGroup",
        "sagemaker:DeletePipeline",
        "sagemaker:UpdatePipeline",
        "sagemaker:CreateEndpoint",
        "sagemaker:DeleteModel",
        "lambda:UpdateFunctionCode",
        "lambda:AddPermission",
        "secretsmanager:PutSecretValue",
        "secretsmanager:DeleteSecret",
        "sns:Subscribe",
        "sns:SetTopicAttributes",
        "sqs:PurgeQueue",
        "sqs:SetQueueAttributes",
        "events:PutRule",
        "events:PutTargets",
        "logs:DeleteLogGroup",
        "logs:DeleteLogStream",
        "cloudwatch:DeleteAlarms",
        "cloudwatch:SetAlarmState",
        "ecr:PutImage",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:RunInstances",
        "xray:GetTraceSummaries",
    ];

    public static AccessProof Proof(Place place, DeclaredGraph graph)
    {
        var (data, platform) = (Place.KeyOf(graph, "data"), Place.KeyOf(graph, "platform"));
        return new(
            [
                .. JobNeeds.Of(place, data),
                .. PlatformNeeds.Of(place, data, platform),
                .. ServiceNeeds.Of(place, data, platform),
                .. PeopleNeeds.Of(place, data, platform),
            ],
            Never
        );
    }
}
