namespace MlopsBatch.Tests.Proof;

/// <summary>The role of the pipelines and of their steps' jobs.</summary>
internal static class JobNeeds
{
    private static readonly Actor Jobs = Actor.Role("abalone-jobs");

    private static readonly string[] ReadWhereBuilt =
    [
        "training/data/raw",
        "training/processed",
        "training/model",
        "training/evaluation",
        "monitoring/data-quality",
        "scripts",
    ];

    private static readonly string[] WrittenWhereBuilt =
    [
        "training/processed",
        "training/model",
        "training/evaluation",
        "monitoring/data-quality",
    ];

    private static readonly string[] ReadWhereDeployed =
    [
        "batch-scoring/data/raw",
        "batch-scoring/data/ground-truth",
        "batch-scoring/processed",
        "batch-scoring/results",
        "monitoring/model-quality",
        "scripts",
    ];

    private static readonly string[] WrittenWhereDeployed =
    [
        "batch-scoring/processed",
        "batch-scoring/results",
        "batch-scoring/combined",
        "monitoring/data-quality",
        "monitoring/model-quality",
    ];

    public static IEnumerable<Need> Of(Place place, string dataKey)
    {
        string Jobs(string type) => place.Arn("sagemaker", $"{type}/*");
        var reads = (place.Builds ? ReadWhereBuilt : []).Union(place.Deploys ? ReadWhereDeployed : []).ToList();
        var writes = (place.Builds ? WrittenWhereBuilt : []).Union(place.Deploys ? WrittenWhereDeployed : []).ToList();
        yield return Row(
            Sources.PipelineRole,
            ["sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob", "sagemaker:StopProcessingJob", "sagemaker:AddTags"],
            [Jobs("processing-job")]
        );
        if (place.Builds)
        {
            yield return Row(
                Sources.PipelineRole,
                ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags"],
                [Jobs("training-job")]
            );
            yield return Row(
                Sources.PipelineRole,
                [
                    "sagemaker:CreateHyperParameterTuningJob",
                    "sagemaker:DescribeHyperParameterTuningJob",
                    "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
                    "sagemaker:StopHyperParameterTuningJob",
                    "sagemaker:AddTags",
                ],
                [Jobs("hyper-parameter-tuning-job")]
            );
            yield return Row(
                Sources.PipelineRole,
                ["sagemaker:CreateModelPackage"],
                [place.Arn("sagemaker", "model-package-group/abalone"), place.Arn("sagemaker", "model-package/abalone/*")],
                new Demand("sagemaker:ModelApprovalStatus", "PendingManualApproval", "Approved", MayBeMissing: true)
            );
        }

        if (place.Deploys)
        {
            yield return Row(
                Sources.PipelineRole,
                ["sagemaker:CreateTransformJob", "sagemaker:DescribeTransformJob", "sagemaker:StopTransformJob", "sagemaker:AddTags"],
                [Jobs("transform-job")]
            );
            yield return Row(
                Sources.PipelineRole,
                ["sagemaker:CreateModel", "sagemaker:DescribeModel", "sagemaker:AddTags"],
                [Jobs("model")]
            );
            yield return Row(
                Sources.RegistrySharing,
                ["sagemaker:CreateModel"],
                [
                    $"arn:aws:sagemaker:{Place.Region}:{Place.Registry}:model-package-group/abalone",
                    $"arn:aws:sagemaker:{Place.Region}:{Place.Registry}:model-package/abalone/*",
                ]
            );
        }

        yield return Row(
            Sources.RegistrySharing,
            ["sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup", "sagemaker:ListModelPackages"],
            [
                $"arn:aws:sagemaker:{Place.Region}:{Place.Registry}:model-package-group/abalone",
                $"arn:aws:sagemaker:{Place.Region}:{Place.Registry}:model-package/abalone/*",
            ]
        );
        yield return Row(
            Sources.JobRole,
            ["iam:PassRole"],
            [place.Role("abalone-jobs")],
            new Demand("iam:PassedToService", "sagemaker.amazonaws.com", "lambda.amazonaws.com")
        );
        yield return Row(Sources.JobRole, ["s3:GetObject"], [.. reads.Select(place.Objects)]);
        yield return Row(Sources.JobRole, ["s3:PutObject", "s3:AbortMultipartUpload"], [.. writes.Select(place.Objects)]);
        foreach (var folder in reads.SelectMany(one => new[] { one, $"{one}/x" }))
        {
            yield return Row(
                Sources.ListBucket,
                ["s3:ListBucket"],
                [$"arn:aws:s3:::{place.Bucket}"],
                new Demand("s3:prefix", $"{place.Prefix}/{folder}", place.Prefix.Replace("abalone", "besides") + $"/{folder}")
            );
        }

        yield return Row(
            Sources.BucketKey,
            [
                "kms:Decrypt",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
            ],
            [dataKey],
            PlatformNeeds.CallerAccount(place)
        );
        yield return Row(Sources.VolumeKey, ["kms:DescribeKey"], [dataKey]);
        yield return Row(Sources.VolumeKey, ["kms:CreateGrant"], [dataKey], new Demand("kms:GrantIsForAWSResource", "true", "false"));
        if (place is { Deploys: true, Builds: false })
        {
            var registry = Place.Dev;
            yield return Row(
                Sources.RegistrySharing,
                ["s3:GetObject"],
                [registry.Objects("training/model"), registry.Objects("monitoring/data-quality")]
            );
            foreach (var folder in new[] { "training/model", "monitoring/data-quality" })
            {
                yield return Row(
                    Sources.RegistrySharing,
                    ["s3:ListBucket"],
                    [$"arn:aws:s3:::{registry.Bucket}"],
                    new Demand("s3:prefix", $"{registry.Prefix}/{folder}/x", $"mlops/besides/{folder}/x")
                );
            }

            yield return Row(Sources.RegistrySharing, ["kms:Decrypt", "kms:DescribeKey"], [Place.RegistryKey]);
        }

        if (place is { Deploys: true, Builds: true })
        {
            yield return Row(
                Sources.PipelineRole,
                ["s3:GetObject"],
                [place.Objects("training/model"), place.Objects("monitoring/data-quality")]
            );
        }

        yield return Row(Sources.JobRole, ["ecr:GetAuthorizationToken"], ["*"]);
        yield return Row(
            Sources.JobRole,
            ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            [
                "arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-scikit-learn",
            ]
        );
        yield return Row(
            Sources.JobRole,
            ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            [place.Arn("logs", "log-group:/aws/sagemaker/*")]
        );
        // Jobs write below the one, Model Monitor's images below the other.
        foreach (var metrics in new[] { "/aws/sagemaker/TrainingJobs", "aws/sagemaker/Endpoints/data-metrics" })
        {
            yield return Row(
                Sources.JobRole,
                ["cloudwatch:PutMetricData"],
                ["*"],
                new Demand("cloudwatch:namespace", metrics, "AWS/EC2")
            );
        }

        foreach (var need in Network(place))
        {
            yield return need;
        }
    }

    private static IEnumerable<Need> Network(Place place)
    {
        var (subnets, group) = place.Stack switch
        {
            "staging" => (new[] { "2", "3" }, "sg-0123456789abcdef2"),
            "prod" => (["4", "5"], "sg-0123456789abcdef4"),
            _ => (["0", "1"], "sg-0123456789abcdef0"),
        };
        string Ec2(string rest) => $"arn:aws:ec2:{Place.Region}:*:{rest}";
        yield return Row(
            Sources.JobVpc,
            ["ec2:CreateNetworkInterface"],
            [
                Ec2("network-interface/*"),
                Ec2($"security-group/{group}"),
                .. subnets.Select(one => Ec2($"subnet/subnet-0123456789abcdef{one}")),
            ]
        );
        foreach (var subnet in subnets)
        {
            yield return Row(
                Sources.JobVpc,
                ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"],
                [Ec2("network-interface/*")],
                new Demand(
                    "ec2:Subnet",
                    $"arn:aws:ec2:{Place.Region}:{place.Account}:subnet/subnet-0123456789abcdef{subnet}",
                    $"arn:aws:ec2:{Place.Region}:{place.Account}:subnet/subnet-beside"
                )
            );
        }

        yield return Row(
            Sources.JobVpc,
            [
                "ec2:DeleteNetworkInterfacePermission",
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs",
            ],
            ["*"]
        );
    }

    private static Need Row(string source, string[] actions, string[] resources, params Demand[] demands) =>
        new(Jobs, source, actions, resources, demands);
}
