namespace MlopsBatch.Platform.Iam;

/// <summary>
/// Actions for which AWS has no resource-level permission: the only source of <c>"Resource": "*"</c> in an identity's policy.
/// Source: the Service Authorization Reference (https://docs.aws.amazon.com/service-authorization/latest/reference/).
/// </summary>
/// <param name="Name">Sid of the statement.</param>
/// <param name="Actions">The actions, all of one service.</param>
/// <param name="Reason">Why they can't be narrowed.</param>
internal sealed record UnscopableAction(string Name, IReadOnlyList<string> Actions, string Reason)
{
    /// <summary>Login to ECR, before any repository is named.</summary>
    public static UnscopableAction ContainerLogin { get; } =
        new("ContainerLogin", ["ecr:GetAuthorizationToken"], "ECR's login token is for the whole registry.");

    /// <summary>Traces of a function.</summary>
    public static UnscopableAction Tracing { get; } =
        new("Tracing", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "X-Ray's traces are no resources.");

    /// <summary>Metrics of jobs, held to SageMaker's namespaces by a condition.</summary>
    public static UnscopableAction JobMetrics { get; } =
        new("JobMetrics", ["cloudwatch:PutMetricData"], "CloudWatch metrics are no resources; a condition names the namespaces.")
        {
            Narrowing = new("StringLike", "cloudwatch:namespace", new[] { "/aws/sagemaker/*", "aws/sagemaker/*" }),
        };

    /// <summary>
    /// Looking at the VPC, and taking back permissions on interfaces; what makes interfaces is narrowed: <see
    /// cref="VpcAccess"/>.
    /// </summary>
    public static UnscopableAction NetworkInterfaces { get; } =
        new(
            "NetworkInterfaces",
            [
                "ec2:DeleteNetworkInterfacePermission",
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs",
            ],
            "EC2's Describe actions take no resource, and neither does DeleteNetworkInterfacePermission."
        );

    /// <summary>What Lambda looks at before it attaches a function to a VPC.</summary>
    public static UnscopableAction FunctionInterfaces { get; } =
        new("FunctionInterfaces", ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], "EC2's Describe actions take no resource.");

    /// <summary>Figures of alarms and dashboards.</summary>
    public static UnscopableAction ReadMetrics { get; } =
        new("ReadMetrics", ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"], "CloudWatch metrics are no resources.");

    /// <summary>Finding the groups in Studio's list.</summary>
    public static UnscopableAction ListGroups { get; } =
        new("ListGroups", ["sagemaker:ListModelPackageGroups", "sagemaker:ListPipelines"], "Lists span the account.");

    /// <summary>Finding what batch inference left.</summary>
    public static UnscopableAction ListLeftModels { get; } = new("ListLeftModels", ["sagemaker:ListModels"], "Lists span the account.");

    public static IReadOnlyList<UnscopableAction> All { get; } =
    [ContainerLogin, Tracing, JobMetrics, NetworkInterfaces, FunctionInterfaces, ReadMetrics, ListGroups, ListLeftModels];

    /// <summary>What narrows the actions where a resource can't.</summary>
    public GrantCondition? Narrowing { get; init; }

    public Statement Statement => new(Name, Actions, new[] { "*" }) { Conditions = Narrowing is null ? [] : [Narrowing] };
}
