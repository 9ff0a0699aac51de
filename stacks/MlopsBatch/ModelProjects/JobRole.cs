using System.Text.RegularExpressions;
using MlopsBatch.Configuration;
using MlopsBatch.Pipelines;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>The role of a model's jobs: made here with what its steps need, or given, when what it needs is said and not done.</summary>
internal sealed partial class JobRole
{
    private const string SageMaker = "sagemaker.amazonaws.com";
    private readonly Account _account;
    private readonly SharedResources _shared;
    private readonly ModelOptions _model;

    public JobRole(Account account, SharedResources shared, ModelOptions model, Resource parent)
    {
        (_account, _shared, _model) = (account, shared, model);
        if (account.Settings.Bucket.RoleArn is { } given)
        {
            Arn = Output.Create(given);
            Statements = Grantee.Of(Grants(Output.Create(given))).Statements;
            Requirement = new(given, $"these permissions for model {model.Name}, and trust in {SageMaker}", PolicyText.Of(Statements));
            return;
        }

        var name = account.Names.Of(model.Name, "jobs");
        var role = new ServiceRole(
            account,
            $"{model.Name}-jobs",
            [SageMaker],
            Grants(account.Id.Apply(id => account.Partition.Iam(id, $"role/{name}").ToString())),
            parent,
            model.Name
        );
        Arn = role.Arn;
        Statements = role.Statements;
    }

    public Output<string> Arn { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>What a given role needs; null if the role was made here.</summary>
    public Requirement? Requirement { get; }

    private IEnumerable<Action<Grantee>> Grants(Output<string> self)
    {
        var layout = _shared.Bucket.Layout(_model.Name);
        List<string> steps = [];
        if (_account.Has(AccountRole.Build))
        {
            steps.AddRange(["Processing", "QualityCheck", "Training", "Tuning", "RegisterModel"]);
        }

        if (_account.Has(AccountRole.Deploy))
        {
            steps.AddRange(["Processing", "QualityCheck", "Model", "Transform"]);
        }

        foreach (var permission in StepPermissions.For([.. steps.Distinct()]))
        {
            yield return grantee => grantee.Add(new(permission.Sid, permission.Actions, _account.Arn("sagemaker", permission.Resource)));
        }

        yield return grantee =>
            grantee.Add(
                new Statement("PassItself", ["iam:PassRole"], self).When("StringEquals", "iam:PassedToService", new[] { SageMaker })
            );
        yield return _shared.Bucket.GrantRead([.. ReadFolders(layout)]);
        yield return _shared.Bucket.GrantWrite([.. WrittenFolders(layout)]);
        yield return _shared.Bucket.Key.GrantVolumes;
        yield return Versions;
        yield return Containers;
        yield return grantee =>
            grantee.Add(
                new(
                    "WriteJobLogs",
                    ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    _account.Arn("logs", "log-group:/aws/sagemaker/*")
                )
            );
        yield return grantee => grantee.AddUnscopable(UnscopableAction.JobMetrics);
        yield return grantee => grantee.AddUnscopable(UnscopableAction.NetworkInterfaces);
        yield return Separation.DenyDecisions(_account);
    }

    private IEnumerable<S3Folder> ReadFolders(S3Layout layout) =>
        [
            layout.Scripts,
            layout.DataQuality,
            layout.TrainingModels,
            .. _account.Has(AccountRole.Build) ? [layout.TrainingData, layout.TrainingProcessed] : Array.Empty<S3Folder>(),
            .. _account.Has(AccountRole.Deploy)
                ? [layout.InferenceData, layout.GroundTruth, layout.BatchProcessed, layout.BatchResults]
                : Array.Empty<S3Folder>(),
        ];

    private IEnumerable<S3Folder> WrittenFolders(S3Layout layout) =>
        [
            layout.DataQuality,
            .. _account.Has(AccountRole.Build)
                ? [layout.TrainingProcessed, layout.TrainingModels, layout.TrainingEvaluations]
                : Array.Empty<S3Folder>(),
            .. _account.Has(AccountRole.Deploy)
                ? [layout.BatchProcessed, layout.BatchResults, layout.BatchCombined, layout.ModelQuality]
                : Array.Empty<S3Folder>(),
        ];

    /// <summary>Registering versions while building; reading and instantiating the approved one while deploying.</summary>
    private void Versions(Grantee grantee)
    {
        var group = Models.GroupOf(_model);
        var owner = _account.Settings.Registry is { } registry ? Output.Create(registry.AccountId) : _account.Id;
        Output<string> Arn(string resource) => owner.Apply(id => _account.ArnOf(id, "sagemaker", resource));
        InputList<string> resources = new[] { Arn($"model-package-group/{group}"), Arn($"model-package/{group}/*") };
        if (_account.Has(AccountRole.Build))
        {
            grantee.Add(
                new(
                    "RegisterVersions",
                    [
                        "sagemaker:CreateModelPackage",
                        "sagemaker:DescribeModelPackage",
                        "sagemaker:DescribeModelPackageGroup",
                        "sagemaker:ListModelPackages",
                    ],
                    resources
                )
            );
        }

        if (_account.Has(AccountRole.Deploy))
        {
            grantee.Add(
                new(
                    "UseVersions",
                    [
                        "sagemaker:CreateModel",
                        "sagemaker:DescribeModelPackage",
                        "sagemaker:DescribeModelPackageGroup",
                        "sagemaker:ListModelPackages",
                    ],
                    resources
                )
            );
        }

        if (_account.Settings.Registry is { } other && _account.Has(AccountRole.Deploy))
        {
            var layout = new S3Layout(other.BucketName, _account.Settings.Bucket.Prefix, _model.Name);
            var bucket = _account.Partition.S3(other.BucketName).ToString();
            grantee.Add(
                new(
                    "ReadRegisteredModels",
                    ["s3:GetObject"],
                    new[] { $"{bucket}/{layout.TrainingModels.Prefix}*", $"{bucket}/{layout.DataQuality.Prefix}*" }
                )
            );
            grantee.Add(
                new Statement("ListRegisteredModels", ["s3:ListBucket"], bucket).When(
                    "StringLike",
                    "s3:prefix",
                    new[] { $"{layout.TrainingModels.Prefix}*", $"{layout.DataQuality.Prefix}*" }
                )
            );
            grantee.Add(new("DecryptRegisteredModels", ["kms:Decrypt", "kms:DescribeKey"], other.KmsKeyArn));
        }
    }

    /// <summary>Pulling AWS's images, and no others.</summary>
    private void Containers(Grantee grantee)
    {
        var images = new List<string> { ImageUris.ScikitLearn(_account.Region, _model.FrameworkVersion) };
        if (_model.DataQuality.Engine == nameof(DataQualityEngine.ModelMonitor))
        {
            images.Add(ImageUris.ModelMonitor(_account.Region));
        }

        grantee.AddUnscopable(UnscopableAction.ContainerLogin);
        grantee.Add(
            new(
                "PullImages",
                ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                images
                    .Select(image => Image().Match(image))
                    .Select(uri => _account.ArnOf(uri.Groups[1].Value, "ecr", $"repository/{uri.Groups[2].Value}"))
                    .ToArray()
            )
        );
    }

    [GeneratedRegex("^([0-9]{12})\\.[^/]+/([^:]+)")]
    private static partial Regex Image();
}
