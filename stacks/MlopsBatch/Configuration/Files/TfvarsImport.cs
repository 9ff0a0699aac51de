using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Files;

/// <summary>
/// Brings the variables of the Terraform predecessor over: <c>dev_env.tfvars</c> in, settings out. Every variable has a home
/// (docs/configuration.md); what became fixed by the S3 layout is said in a note.
/// </summary>
/// <param name="Settings">The settings, ready for <c>Pulumi.NAME.yaml</c>.</param>
/// <param name="Notes">What a person should know: values that have another form now, variables that nobody reads.</param>
public sealed record TfvarsImport(JsonObject Settings, IReadOnlyList<string> Notes)
{
    /// <summary>The variables that have a home.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "accuracy_mse_threshold",
        "bucket_name",
        "bucket_prefix",
        "bucket_inf_prefix",
        "bucket_train_prefix",
        "custom_notification_config",
        "email_recipient",
        "kms_key",
        "model_package_group_name",
        "notification_function_name",
        "pipeline_inf",
        "pipeline_train",
        "pipeline_trainwhpo",
        "recreate_pipelines",
        "role_arn",
        "sg_id",
        "subnet_id",
        "tags",
        "upload_inference_data",
        "upload_training_data",
        "user_id",
    ];

    /// <summary>Reads the text of a tfvars file.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FaultException">Lines that can't be read.</exception>
    public static TfvarsImport Read(string text, string file)
    {
        IReadOnlyDictionary<string, JsonNode?> variables = new TfvarsReader(text, file).Read();
        var notes = new List<string>();
        variables = WithoutNone(variables, notes);
        var model = Model(variables, notes);
        var settings = new JsonObject { ["roles"] = new JsonArray("registry", "build", "deploy"), ["bucket"] = Bucket(variables) };
        if (Network(variables) is { } network)
        {
            settings["network"] = network;
        }

        settings["notifications"] = Notifications(variables);
        settings["gitLab"] = new JsonObject { ["project"] = "group/project" };
        notes.Add("settings.gitLab.project: new; put in the project whose pipeline deploys");
        Take(variables, "user_id", settings, "userId", notes);
        foreach (
            var (variable, key) in new[]
            {
                ("recreate_pipelines", "recreatePipelines"),
                ("upload_training_data", "uploadTrainingData"),
                ("upload_inference_data", "uploadInferenceData"),
            }
        )
        {
            if (Text(variables, variable) is { } flag)
            {
                settings[key] = bool.TryParse(flag, out var value) && value;
            }
        }

        if (settings["recreatePipelines"]?.GetValue<bool>() == true)
        {
            notes.Add("settings.recreatePipelines: the execution history goes with the pipelines; false keeps it");
        }

        if (variables.GetValueOrDefault("tags") is JsonObject tags)
        {
            settings["tags"] = tags.DeepClone();
        }

        settings["models"] = new JsonArray(model);
        notes.AddRange(variables.Keys.Except(Known, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Unknown(name)));
        return new(settings, notes);
    }

    /// <summary>The predecessor wrote "None" for what is not given.</summary>
    private static Dictionary<string, JsonNode?> WithoutNone(IReadOnlyDictionary<string, JsonNode?> variables, List<string> notes)
    {
        var given = variables.ToDictionary();
        foreach (var name in variables.Where(variable => IsNone(variable.Value)).Select(variable => variable.Key))
        {
            given.Remove(name);
            notes.Add($"{name}: \"None\" is no value; left out");
        }

        return given;
    }

    private static bool IsNone(JsonNode? value) =>
        value is JsonArray { Count: > 0 } list ? list.All(IsNone) : value is JsonValue && value.ToString() is "None" or "none";

    private static JsonObject Bucket(IReadOnlyDictionary<string, JsonNode?> variables)
    {
        // The predecessor used a bucket, key and role that were there already.
        var bucket = new JsonObject
        {
            ["name"] = Text(variables, "bucket_name") ?? "",
            ["prefix"] = (Text(variables, "bucket_prefix") ?? "").Trim('/'),
            ["existing"] = true,
        };
        if (Text(variables, "kms_key") is { Length: > 0 } key)
        {
            bucket["kmsKeyArn"] = key;
        }

        if (Text(variables, "role_arn") is { Length: > 0 } role)
        {
            bucket["roleArn"] = role;
        }

        return bucket;
    }

    private static JsonObject? Network(IReadOnlyDictionary<string, JsonNode?> variables)
    {
        var (subnets, groups) = (Texts(variables, "subnet_id"), Texts(variables, "sg_id"));
        return subnets.Count + groups.Count == 0 ? null : new() { ["subnetIds"] = subnets, ["securityGroupIds"] = groups };
    }

    private static JsonObject Notifications(IReadOnlyDictionary<string, JsonNode?> variables)
    {
        var notifications = new JsonObject();
        if (Text(variables, "notification_function_name") is { Length: > 0 } name)
        {
            notifications["functionName"] = name;
        }

        notifications["recipients"] = Texts(variables, "email_recipient");
        if (variables.GetValueOrDefault("custom_notification_config") is JsonArray custom)
        {
            notifications["custom"] = new JsonArray([
                .. custom
                    .OfType<JsonObject>()
                    .Select(entry => new JsonObject
                    {
                        ["stepName"] = entry["step_name"]?.ToString(),
                        ["stepStatus"] = entry["step_status"]?.ToString(),
                        ["stepCustomMessage"] = entry["step_custom_message"]?.ToString(),
                    }),
            ]);
        }

        return notifications;
    }

    private static JsonObject Model(IReadOnlyDictionary<string, JsonNode?> variables, List<string> notes)
    {
        var group = Text(variables, "model_package_group_name") ?? "model";
        var model = new JsonObject
        {
            ["name"] = group.Trim('-').ToLowerInvariant(),
            ["modelPackageGroup"] = group,
            ["responsible"] = Texts(variables, "email_recipient"),
        };
        var pipelines = new JsonObject();
        foreach (
            var (variable, key) in new[]
            {
                ("pipeline_train", "training"),
                ("pipeline_trainwhpo", "trainingWithHpo"),
                ("pipeline_inf", "inference"),
            }
        )
        {
            if (Text(variables, variable) is not { Length: > 0 } name)
            {
                continue;
            }

            pipelines[key] = name.ToLowerInvariant();
            if (name != name.ToLowerInvariant())
            {
                notes.Add(
                    $"{variable}: \"{name}\" became \"{name.ToLowerInvariant()}\", because SageMaker lower-cases names in pipeline ARNs"
                );
            }
        }

        if (pipelines.Count > 0)
        {
            model["pipelines"] = pipelines;
        }

        var threshold = Text(variables, "accuracy_mse_threshold");
        model["metric"] = new JsonObject
        {
            ["name"] = "mse",
            ["threshold"] = double.TryParse(threshold, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 10,
        };
        foreach (
            var (variable, fixedPrefix) in new[]
            {
                ("bucket_train_prefix", "training/data/raw"),
                ("bucket_inf_prefix", "batch-scoring/data/raw"),
            }
        )
        {
            if (Text(variables, variable) is { Length: > 0 } prefix)
            {
                notes.Add($"{variable}: \"{prefix}\" is fixed now as PREFIX/{model["name"]}/{fixedPrefix}; put the files there");
            }
        }

        return model;
    }

    private static string Unknown(string name)
    {
        var nearest = Binding.Spelling.Nearest(name, Known);
        return $"{name}: nobody reads it{(nearest is null ? "" : $"; did you mean \"{nearest}\"?")}";
    }

    private static void Take(
        IReadOnlyDictionary<string, JsonNode?> variables,
        string variable,
        JsonObject target,
        string key,
        List<string> notes
    )
    {
        if (Text(variables, variable) is { Length: > 0 } text)
        {
            target[key] = text;
        }
        else
        {
            notes.Add($"{variable}: not set; settings.{key} stays unset");
        }
    }

    private static string? Text(IReadOnlyDictionary<string, JsonNode?> variables, string name) =>
        variables.GetValueOrDefault(name)?.ToString();

    private static JsonArray Texts(IReadOnlyDictionary<string, JsonNode?> variables, string name) =>
        variables.GetValueOrDefault(name) switch
        {
            JsonArray list => new JsonArray([.. list.Select(item => JsonValue.Create(item?.ToString()))]),
            { } single when single.ToString().Length > 0 => new JsonArray(single.ToString()),
            _ => [],
        };
}
