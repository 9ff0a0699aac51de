using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.CiRights;

public static partial class ResourceActionsTable
{
    private static ResourceActions[] Functions =>
        [
            new(ResourceTypes.Function, "lambda/function.go")
            {
                Create = ["lambda:CreateFunction", "lambda:TagResource"],
                Read =
                [
                    "lambda:GetFunction",
                    "lambda:GetFunctionCodeSigningConfig",
                    "lambda:GetFunctionConfiguration",
                    "lambda:ListTags",
                    "lambda:ListVersionsByFunction",
                ],
                Update =
                [
                    "lambda:DeleteFunctionConcurrency",
                    "lambda:PutFunctionConcurrency",
                    "lambda:UntagResource",
                    "lambda:UpdateFunctionCode",
                    "lambda:UpdateFunctionConfiguration",
                ],
                Delete = ["lambda:DeleteFunction"],
                Where = new Dictionary<string, IReadOnlyList<string>>
                {
                    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
                    ["vpcConfig"] = ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
                },
                PassesRoleTo = "lambda.amazonaws.com",
                UsesKeyThrough = "lambda",
            },
            new(ResourceTypes.InvokeConfig, "lambda/function_event_invoke_config.go")
            {
                Create = ["lambda:PutFunctionEventInvokeConfig"],
                Read = ["lambda:GetFunctionEventInvokeConfig"],
                Delete = ["lambda:DeleteFunctionEventInvokeConfig"],
            },
            new(ResourceTypes.Layer, "lambda/layer_version.go")
            {
                Create = ["lambda:PublishLayerVersion"],
                Read = ["lambda:GetLayerVersion"],
                Delete = ["lambda:DeleteLayerVersion"],
            },
            new(ResourceTypes.Permission, "lambda/permission.go")
            {
                Create = ["lambda:AddPermission"],
                Read = ["lambda:GetPolicy"],
                Delete = ["lambda:RemovePermission"],
            },
        ];

    private static ResourceActions[] Observability =>
        [
            new(ResourceTypes.Alarm, "cloudwatch/metric_alarm.go")
            {
                Create = ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource"],
                Read = ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
                Update = ["cloudwatch:UntagResource"],
                Delete = ["cloudwatch:DeleteAlarms"],
            },
            new(ResourceTypes.Dashboard, "cloudwatch/dashboard.go")
            {
                Create = ["cloudwatch:PutDashboard"],
                Read = ["cloudwatch:GetDashboard"],
                Delete = ["cloudwatch:DeleteDashboards"],
            },
            new(ResourceTypes.LogGroup, "logs/group.go")
            {
                Create = ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
                Read = ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
                Update = ["logs:AssociateKmsKey", "logs:DeleteRetentionPolicy", "logs:DisassociateKmsKey", "logs:UntagResource"],
                Delete = ["logs:DeleteLogGroup"],
            },
            new(ResourceTypes.LogResourcePolicy, "logs/resource_policy.go")
            {
                Create = ["logs:PutResourcePolicy"],
                Read = ["logs:DescribeResourcePolicies"],
                Delete = ["logs:DeleteResourcePolicy"],
            },
        ];

    private static ResourceActions[] Models =>
        [
            new(ResourceTypes.ModelPackageGroup, "sagemaker/model_package_group.go")
            {
                Create = ["sagemaker:AddTags", "sagemaker:CreateModelPackageGroup"],
                Read = ["sagemaker:DescribeModelPackageGroup", "sagemaker:ListTags"],
                Update = ["sagemaker:DeleteTags"],
                Delete = ["sagemaker:DeleteModelPackageGroup"],
            },
            new(ResourceTypes.ModelPackageGroupPolicy, "sagemaker/model_package_group_policy.go")
            {
                Create = ["sagemaker:PutModelPackageGroupPolicy"],
                Read = ["sagemaker:GetModelPackageGroupPolicy"],
                Delete = ["sagemaker:DeleteModelPackageGroupPolicy"],
            },
            new(ResourceTypes.Pipeline, "sagemaker/pipeline.go")
            {
                Create = ["sagemaker:AddTags", "sagemaker:CreatePipeline"],
                Read = ["sagemaker:DescribePipeline", "sagemaker:ListTags"],
                Update = ["sagemaker:DeleteTags", "sagemaker:UpdatePipeline"],
                Delete = ["sagemaker:DeletePipeline"],
                PassesRoleTo = "sagemaker.amazonaws.com",
            },
        ];
}
