using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>The stack that is rehearsed: one account with all three roles and one model, with names that nobody owns.</summary>
internal static class RehearsalStack
{
    private const string Name = "rehearsal";

    /// <summary>Who gets the mails.</summary>
    public const string DataScientist = "ds@example.com",
        Operator = "ops@example.com";

    /// <exception cref="RehearsalException">What was asked for is nothing that a stack may have.</exception>
    public static StackContext Create(RehearsalOptions options, ModelProject project, string trainingFile)
    {
        try
        {
            return new()
            {
                Stack = Name,
                Region = project.Region,
                Settings = SettingsReader.Read(
                    Settings(options, project, trainingFile).ToJsonString(),
                    new StackFacts(Name, project.Region)
                ),
                Files = new ProjectFiles(options.Scripts.Parent!),
            };
        }
        catch (FaultException fault)
        {
            throw new RehearsalException(fault.Message, fault);
        }
    }

    private static JsonObject Settings(RehearsalOptions options, ModelProject project, string trainingFile) =>
        new()
        {
            ["roles"] = new JsonArray("registry", "build", "deploy"),
            ["bucket"] = new JsonObject { ["name"] = project.Bucket, ["prefix"] = project.BucketPrefix },
            ["network"] = new JsonObject
            {
                ["subnetIds"] = new JsonArray([.. project.SubnetIds.Select(id => (JsonNode)id)]),
                ["securityGroupIds"] = new JsonArray([.. project.SecurityGroupIds.Select(id => (JsonNode)id)]),
            },
            ["notifications"] = new JsonObject { ["recipients"] = new JsonArray(Operator) },
            ["gitLab"] = new JsonObject { ["url"] = "https://gitlab.example.com", ["project"] = "group/project" },
            ["allowOfflinePackages"] = true,
            ["models"] = new JsonArray(Model(options, project, trainingFile)),
        };

    private static JsonObject Model(RehearsalOptions options, ModelProject project, string trainingFile)
    {
        var model = new JsonObject
        {
            ["name"] = project.Name,
            ["modelPackageGroup"] = project.ModelPackageGroup,
            ["responsible"] = new JsonArray(DataScientist),
            ["metric"] = new JsonObject { ["name"] = project.Metric.Name, ["threshold"] = project.MetricThreshold },
            ["target"] = project.Data.Target,
            ["header"] = project.Data.Header,
            ["exclude"] = new JsonArray([.. project.Data.Exclude.Select(column => (JsonNode)column)]),
            ["missing"] = new JsonArray([.. project.Data.Missing.Select(mark => (JsonNode)mark)]),
            ["separator"] = project.Data.Separator,
            ["decimal"] = project.Data.Decimal,
            ["scripts"] = options.Scripts.Name,
            ["hpo"] = new JsonObject { ["maxJobs"] = project.Hpo.MaxJobs, ["maxParallel"] = project.Hpo.MaxParallel },
            ["triggers"] = new JsonObject
            {
                ["training"] = new JsonObject { ["key"] = trainingFile },
                ["inference"] = new JsonObject { ["prefix"] = "" },
            },
        };
        if (project.Data.RecordId is { } id)
        {
            model["recordId"] = id;
        }

        if (project.Data.PositiveClass is { } positive)
        {
            model["metric"]!["positiveClass"] = positive;
        }

        return model;
    }
}
