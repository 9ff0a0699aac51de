using System.Text.RegularExpressions;
using MlopsBatch.Configuration;
using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Projects;
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
    private readonly DefinitionNeeds _needs;

    public JobRole(Account account, SharedResources shared, ModelOptions model, Resource parent)
    {
        (_account, _shared, _model, _needs) = (account, shared, model, new(account, model));
        if (account.Settings.Bucket.RoleArn is { } given)
        {
            Arn = Output.Create(given);
            Statements = Grantee.Of(Grants(Output.Create(given))).Statements;
            Requirements =
            [
                new(given, $"these permissions for model {model.Name}, and trust in {SageMaker}", PolicyText.Of(Statements)),
                .. LetIn(account, given),
            ];
            return;
        }

        var name = account.Names.Of(model.Name, "jobs");
        var role = new ServiceRole(account, $"{model.Name}-jobs", [SageMaker], Grants(account.RoleArn(name)), parent, model.Name);
        Arn = role.Arn;
        Statements = role.Statements;
    }

    public Output<string> Arn { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>What a given role needs; nothing if the role was made here.</summary>
    public IReadOnlyList<Requirement> Requirements { get; } = [];

    /// <summary>The registry's account lets in roles of this project only, which it tells by their names.</summary>
    private static IEnumerable<Requirement> LetIn(Account account, string given)
    {
        var name = Aws.Arn.Parse(given).Name;
        if (account.Settings.Registry is { } registry && !name.StartsWith(Names.RolePrefix, StringComparison.Ordinal))
        {
            var renamed = given.Replace($"/{name}", $"/{Names.RolePrefix}{name}", StringComparison.Ordinal);
            yield return new(
                given,
                $"a name that begins with {Names.RolePrefix}: the policies of the registry's account {registry.AccountId} "
                    + "let in no other role",
                Output.Create(
                    $"aws iam create-role --role-name {Names.RolePrefix}{name} --assume-role-policy-document file://trust.json, then: "
                        + $"pulumi config set --path settings.bucket.roleArn {renamed}"
                )
            );
        }
    }

    private IEnumerable<Action<Grantee>> Grants(Output<string> self)
    {
        foreach (var permission in StepPermissions.For([.. _needs.StepTypes]))
        {
            yield return grantee => grantee.Add(new(permission.Sid, permission.Actions, _account.Arn("sagemaker", permission.Resource)));
        }

        yield return grantee =>
            grantee.Add(
                new Statement("PassItself", ["iam:PassRole"], self).When("StringEquals", "iam:PassedToService", new[] { SageMaker })
            );
        yield return _shared.Bucket.GrantRead([.. _needs.Read]);
        yield return _shared.Bucket.GrantWrite([.. _needs.Written]);
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
        yield return VpcAccess.GrantJobs(_account, _account.Settings.Network!);
        yield return Separation.DenyDecisions(_account);
    }

    /// <summary>Registering versions while building; reading and instantiating the approved one while deploying.</summary>
    private void Versions(Grantee grantee)
    {
        var group = Models.GroupOf(_model);
        var owner = _account.Settings.Registry is { } registry ? Output.Create(registry.AccountId) : _account.Id;
        Output<string> Arn(string resource) => owner.Apply(id => _account.ArnOf(id, "sagemaker", resource));
        InputList<string> resources = new[] { Arn($"model-package-group/{group}"), Arn($"model-package/{group}/*") };
        if (_account.Has(AccountRole.Build))
        {
            grantee.Add(new("RegisterVersions", ["sagemaker:CreateModelPackage"], resources));
        }

        if (_account.Has(AccountRole.Deploy))
        {
            grantee.Add(new("UseVersions", ["sagemaker:CreateModel"], resources));
        }

        // A quality check looks the group's approved baseline up where its definition names none
        // (https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html).
        grantee.Add(
            new(
                "SeeVersions",
                ["sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup", "sagemaker:ListModelPackages"],
                resources
            )
        );
        if (_account.Settings.Registry is { } other && _account.Has(AccountRole.Deploy))
        {
            var bucket = _account.Partition.S3(other.BucketName).ToString();
            var prefixes = _needs.ReadFromRegistry.Select(folder => $"{folder.Prefix}*").ToArray();
            grantee.Add(new("ReadRegisteredModels", ["s3:GetObject"], prefixes.Select(prefix => $"{bucket}/{prefix}").ToArray()));
            grantee.Add(new Statement("ListRegisteredModels", ["s3:ListBucket"], bucket).When("StringLike", "s3:prefix", prefixes));
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
