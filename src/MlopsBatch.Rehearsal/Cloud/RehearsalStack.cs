using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.Data;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>The stacks that are rehearsed: one model, with names that nobody owns.</summary>
internal static class RehearsalStack
{
    /// <summary>Who gets the mails.</summary>
    public const string DataScientist = "ds@example.com",
        Operator = "ops@example.com";

    /// <summary>The nights at which schedules fire.</summary>
    public const string TimeZone = "Europe/Berlin",
        TrainingTime = "0 2 * * ? *",
        InferenceTime = "0 3 * * ? *";

    /// <summary>The stack of an account.</summary>
    /// <param name="options">What to rehearse.</param>
    /// <param name="project">The model.</param>
    /// <param name="files">The rehearsal's files, whose names the triggers and schedules know.</param>
    /// <param name="account">The account.</param>
    /// <param name="all">All accounts.</param>
    /// <param name="pasted">What the registry's stacks have printed to paste.</param>
    /// <exception cref="RehearsalException">What was asked for is nothing that a stack may have.</exception>
    public static StackContext Create(
        RehearsalOptions options,
        ModelProject project,
        RehearsalFiles files,
        RehearsedAccount account,
        IReadOnlyList<RehearsedAccount> all,
        JsonObject pasted
    )
    {
        try
        {
            var settings = Settings(options, project, files, account);
            if (options.Configured is { } own)
            {
                settings = ConfiguredSettings.Of(own, settings, account, options.TuningJobs);
            }

            Share(settings, account, all, pasted);
            return new()
            {
                Stack = account.Stack,
                Region = project.Region,
                Settings = SettingsReader.Read(settings.ToJsonString(), new StackFacts(account.Stack, project.Region)),
                Files = new ProjectFiles(options.Configured?.Project ?? options.Scripts.Parent!),
            };
        }
        catch (FaultException fault)
        {
            throw new RehearsalException(fault.Message, fault);
        }
    }

    private static JsonObject Settings(RehearsalOptions options, ModelProject project, RehearsalFiles files, RehearsedAccount account)
    {
        var settings = new JsonObject
        {
            ["roles"] = Strings(account.Roles.Select(role => role.ToString().ToLowerInvariant())),
            ["bucket"] = new JsonObject { ["name"] = account.Bucket, ["prefix"] = project.BucketPrefix },
            ["notifications"] = new JsonObject { ["recipients"] = new JsonArray(Operator) },
            ["allowOfflinePackages"] = true,
            ["models"] = new JsonArray(Model(options, project, files, account)),
        };
        if (account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy))
        {
            settings["network"] = new JsonObject
            {
                ["subnetIds"] = Strings(project.SubnetIds),
                ["securityGroupIds"] = Strings(project.SecurityGroupIds),
            };
        }

        if (account.Has(AccountRole.Registry))
        {
            settings["gitLab"] = new JsonObject { ["url"] = "https://gitlab.example.com", ["project"] = "group/project" };
        }

        return settings;
    }

    /// <summary>What the accounts have to know of each other.</summary>
    private static void Share(JsonObject settings, RehearsedAccount account, IReadOnlyList<RehearsedAccount> all, JsonObject pasted)
    {
        var others = all.Where(other => other != account).ToList();
        if (!account.Has(AccountRole.Deploy))
        {
            settings["deployAccounts"] = Strings(others.Where(other => other.Has(AccountRole.Deploy)).Select(other => other.Id));
        }

        if (account.Has(AccountRole.Registry))
        {
            settings["buildAccounts"] = Strings(others.Where(other => other.Has(AccountRole.Build)).Select(other => other.Id));
        }
        else
        {
            settings["registry"] = pasted.DeepClone();
        }

        if (account.Stack == RehearsedAccount.Staging)
        {
            settings["retrainOnViolation"] = false;
        }
    }

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    private static JsonObject Schedule(string cron, string file) =>
        new()
        {
            ["cron"] = cron,
            ["timeZone"] = TimeZone,
            ["key"] = Path.GetFileName(file),
        };

    private static JsonObject Model(RehearsalOptions options, ModelProject project, RehearsalFiles files, RehearsedAccount account)
    {
        var model = new JsonObject
        {
            ["name"] = project.Name,
            ["modelPackageGroup"] = project.ModelPackageGroup,
            ["responsible"] = new JsonArray(DataScientist),
            ["metric"] = new JsonObject { ["name"] = project.Metric.Name, ["threshold"] = project.MetricThreshold },
            ["target"] = project.Data.Target,
            ["header"] = project.Data.Header,
            ["exclude"] = Strings(project.Data.Exclude),
            ["missing"] = Strings(project.Data.Missing),
            ["separator"] = project.Data.Separator,
            ["decimal"] = project.Data.Decimal,
            ["scripts"] = options.Scripts.Name,
            ["hpo"] = new JsonObject { ["maxJobs"] = project.Hpo.MaxJobs, ["maxParallel"] = project.Hpo.MaxParallel },
            ["triggers"] = new JsonObject(),
            ["schedules"] = new JsonObject(),
        };
        if (account.Has(AccountRole.Build))
        {
            model["triggers"]!["training"] = new JsonObject { ["key"] = Path.GetFileName(files.Training) };
            model["schedules"]!["training"] = Schedule(TrainingTime, files.Training);
        }

        if (account.Has(AccountRole.Deploy))
        {
            model["triggers"]!["inference"] = new JsonObject { ["prefix"] = "" };
            model["schedules"]!["inference"] = Schedule(InferenceTime, files.CleanBatch);
        }

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
