using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.ModelProjects;

namespace MlopsBatch.Tests.Stack;

/// <summary>The jobs' role has what its steps need: none missing, none too many. The table is <see cref="StepPermissions"/>.</summary>
public class JobPermissionTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task SageMaker_actions_are_those_of_the_declared_steps(string name)
    {
        var stack = await TestStacks.EvaluateAsync(name);
        var types = new DeclaredStack(stack).Steps.Select(step => step.Type).Distinct().ToArray();
        var needed = StepPermissions.For(types).SelectMany(permission => permission.Actions).Distinct().Order().ToList();
        // Versions are named by group, not by step type: they are held to their own list below.
        var granted = Statements(stack)
            .Where(statement => statement.Sid.EndsWith("Jobs", StringComparison.Ordinal) || statement.Sid == "ServingModels")
            .SelectMany(statement => statement.Actions)
            .Distinct()
            .Order();
        granted.ShouldBe(needed);
    }

    [Theory]
    [InlineData("dev", "sagemaker:CreateModelPackage")]
    [InlineData("staging", "sagemaker:CreateModel")]
    public async Task Versions_are_registered_where_models_are_built_and_used_where_they_are_deployed(string name, string action)
    {
        var versions = Statements(await TestStacks.EvaluateAsync(name))
            .Where(statement => statement.IsAllow && statement.Resources.Any(resource => resource.Contains("model-package")))
            .SelectMany(statement => statement.Actions);
        versions.ShouldBe(
            [action, "sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup", "sagemaker:ListModelPackages"],
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task Whoever_builds_or_deploys_may_not_decide(string name)
    {
        var statements = Statements(await TestStacks.EvaluateAsync(name));
        statements.ShouldContain(statement => !statement.IsAllow && statement.Actions.Contains("sagemaker:UpdateModelPackage"));
        statements.ShouldNotContain(statement => statement.IsAllow && statement.Actions.Contains("sagemaker:UpdateModelPackage"));
    }

    [Fact]
    public async Task Every_prefix_that_a_definition_names_may_be_read_or_written()
    {
        var stack = await TestStacks.EvaluateAsync();
        var (readable, writable) = (ObjectsOf(stack, "s3:GetObject"), ObjectsOf(stack, "s3:PutObject"));
        foreach (var step in new DeclaredStack(stack).Steps)
        {
            // Conditions and messages take values out of these with the pipeline's own role.
            foreach (var file in step.PropertyFiles)
            {
                readable.ShouldContain(prefix => file.StartsWith("s3://" + prefix), $"{step.FullName} takes a value out of {file}");
            }

            foreach (
                var uri in Uris(
                    step.Arguments,
                    "ProcessingInputs",
                    "InputDataConfig",
                    "TransformInput",
                    "TrainingJobDefinition.InputDataConfig"
                )
            )
            {
                readable.ShouldContain(prefix => uri.StartsWith(prefix), $"{step.FullName} reads {uri}");
            }

            foreach (
                var uri in Uris(
                    step.Arguments,
                    "ProcessingOutputConfig",
                    "OutputDataConfig",
                    "TransformOutput",
                    "TrainingJobDefinition.OutputDataConfig"
                )
            )
            {
                writable.ShouldContain(prefix => uri.StartsWith(prefix), $"{step.FullName} writes {uri}");
            }
        }
    }

    /// <summary>
    /// SageMaker developer guide, "Condition step": JsonGet reads the file with the pipeline's role, which has to have
    /// s3:GetObject on it.
    /// </summary>
    [Theory]
    [InlineData("dev", "example-mlops-dev/mlops/abalone/training/evaluation")]
    [InlineData("staging", "example-mlops-staging/mlops/abalone/monitoring/model-quality")]
    public async Task Property_files_may_be_read(string name, string folder)
    {
        var stack = await TestStacks.EvaluateAsync(name);
        ObjectsOf(stack, "s3:GetObject").ShouldContain(folder);
        new DeclaredStack(stack).Steps.SelectMany(step => step.PropertyFiles).ShouldContain(file => file.StartsWith($"s3://{folder}/"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task Nothing_is_readable_or_writable_that_no_step_names(string name)
    {
        var stack = await TestStacks.EvaluateAsync(name);
        var steps = new DeclaredStack(stack).Steps.ToList();
        foreach (var prefix in ObjectsOf(stack, "s3:GetObject"))
        {
            steps.SelectMany(step => step.Reads).ShouldContain(uri => $"{uri}/".StartsWith($"s3://{prefix}/"), prefix);
        }

        foreach (var prefix in ObjectsOf(stack, "s3:PutObject"))
        {
            steps.SelectMany(step => step.Writes).ShouldContain(uri => $"{uri}/".StartsWith($"s3://{prefix}/"), prefix);
        }
    }

    [Fact]
    public async Task A_deploy_account_reads_the_registrys_models_where_the_registry_has_them()
    {
        var stack = await TestStacks.EvaluateAsync(
            "staging",
            settings =>
            {
                settings["bucket"]!["prefix"] = "own/place";
                settings["registry"]!["bucketPrefix"] = "ml";
            }
        );
        ObjectsOf(stack, "s3:GetObject")
            .Where(prefix => prefix.StartsWith("example-mlops-dev/", StringComparison.Ordinal))
            .ShouldBe(
                ["example-mlops-dev/ml/abalone/training/model", "example-mlops-dev/ml/abalone/monitoring/data-quality"],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task No_version_is_approved_from_its_registration_on(string name)
    {
        var denial = Statements(await TestStacks.EvaluateAsync(name))
            .Single(statement => !statement.IsAllow && statement.Actions.Contains("sagemaker:CreateModelPackage"));
        denial.Conditions.Single().ToString().ShouldBe("StringEquals sagemaker:ModelApprovalStatus [Approved]");
        denial.Resources.ShouldBe(["arn:aws:sagemaker:*:*:model-package/*", "arn:aws:sagemaker:*:*:model-package-group/*"]);
    }

    /// <summary>
    /// URIs in a part of a step; joins are as far as they are known. The object that a run was started with is known by its
    /// bucket only.
    /// </summary>
    private static IEnumerable<string> Uris(JsonObject arguments, params string[] parts) =>
        parts
            .Select(part => part.Split('.').Aggregate((JsonNode?)arguments, (node, name) => (node as JsonObject)?[name]))
            .SelectMany(Texts)
            .Where(text => text.StartsWith("s3://example-mlops/", StringComparison.Ordinal))
            .Select(text => text["s3://".Length..])
            .Where(text => text != "example-mlops/");

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject map when map["Std:Join"] is JsonObject join =>
            [
                string.Join(
                    join["On"]!.ToString(),
                    join["Values"]!.AsArray().TakeWhile(value => value is JsonValue).Select(value => value!.ToString())
                ),
            ],
            JsonObject map => map.SelectMany(entry => Texts(entry.Value)),
            JsonArray list => list.SelectMany(Texts),
            JsonValue value => [value.ToString()],
            _ => [],
        };

    private static List<string> ObjectsOf(Inspection.EvaluatedStack stack, string action) =>
        [
            .. Statements(stack)
                .Where(statement => statement.IsAllow && statement.Actions.Contains(action))
                .SelectMany(statement => statement.Resources)
                .Select(arn => arn["arn:aws:s3:::".Length..].TrimEnd('*').TrimEnd('/')),
        ];

    private static List<DeclaredStatement> Statements(Inspection.EvaluatedStack stack) =>
        [
            .. new DeclaredStack(stack)
                .StatementsOf(ResourceTypes.RolePolicy)
                .Where(statement => statement.Policy.Resource.Name == "abalone-jobs"),
        ];
}
