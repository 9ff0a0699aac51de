using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

/// <summary>
/// The SM_* variables that a script sees in script mode.
/// Source: https://github.com/aws/sagemaker-training-toolkit/blob/master/ENVIRONMENT_VARIABLES.md
/// </summary>
internal static class TrainingEnvironment
{
    private const string Host = "algo-1";

    public static Dictionary<string, string> Create(
        string jobName,
        JsonObject request,
        HyperParameters parameters,
        JsonObject channels,
        JsonObject resources,
        JobFolder folder
    )
    {
        var hyperParameters = new JsonObject(parameters.ForScript.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        var commandLine = JsonRead.Array(parameters.CommandLine());
        var module = Path.GetFileNameWithoutExtension(parameters.Program!);
        var cores = Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var names = channels.Select(channel => channel.Key).Order(StringComparer.Ordinal).ToList();
        var environment = new Dictionary<string, string>(request.Map("Environment"), StringComparer.Ordinal)
        {
            ["TRAINING_JOB_NAME"] = jobName,
            ["PYTHONPATH"] = folder.In("code"),
            ["SM_MODEL_DIR"] = folder.In("model"),
            ["SM_INPUT_DIR"] = folder.In("input"),
            ["SM_INPUT_CONFIG_DIR"] = folder.In("input", "config"),
            ["SM_OUTPUT_DIR"] = folder.In("output"),
            ["SM_OUTPUT_DATA_DIR"] = folder.In("output", "data"),
            ["SM_MODULE_DIR"] = folder.In("code"),
            ["SM_MODULE_NAME"] = module,
            ["SM_USER_ENTRY_POINT"] = parameters.Program!,
            ["SM_USER_ARGS"] = commandLine.ToJsonString(),
            ["SM_CHANNELS"] = JsonRead.Array(names).ToJsonString(),
            ["SM_HPS"] = hyperParameters.ToJsonString(),
            ["SM_INPUT_DATA_CONFIG"] = channels.ToJsonString(),
            ["SM_RESOURCE_CONFIG"] = resources.ToJsonString(),
            ["SM_HOSTS"] = JsonRead.Array([Host]).ToJsonString(),
            ["SM_CURRENT_HOST"] = Host,
            ["SM_CURRENT_INSTANCE_TYPE"] = request.Text("ResourceConfig", "InstanceType") ?? "",
            ["SM_NETWORK_INTERFACE_NAME"] = "eth0",
            ["SM_NUM_CPUS"] = cores,
            ["SM_NUM_GPUS"] = "0",
            ["SM_LOG_LEVEL"] = "20",
            ["SM_FRAMEWORK_PARAMS"] = "{}",
        };
        foreach (var name in names)
        {
            environment["SM_CHANNEL_" + name.ToUpperInvariant()] = folder.In("input", "data", name);
        }
        foreach (var (name, value) in parameters.ForScript)
        {
            environment["SM_HP_" + name.ToUpperInvariant()] = HyperParameters.AsText(value);
        }
        environment["SM_TRAINING_ENV"] = new JsonObject
        {
            ["channel_input_dirs"] = new JsonObject(
                names.Select(name => KeyValuePair.Create(name, (JsonNode?)folder.In("input", "data", name)))
            ),
            ["current_host"] = Host,
            ["hosts"] = JsonRead.Array([Host]),
            ["hyperparameters"] = hyperParameters.DeepClone(),
            ["input_data_config"] = channels.DeepClone(),
            ["input_dir"] = folder.In("input"),
            ["job_name"] = jobName,
            ["model_dir"] = folder.In("model"),
            ["module_dir"] = folder.In("code"),
            ["module_name"] = module,
            ["num_cpus"] = Environment.ProcessorCount,
            ["num_gpus"] = 0,
            ["output_data_dir"] = folder.In("output", "data"),
            ["output_dir"] = folder.In("output"),
            ["resource_config"] = resources.DeepClone(),
            ["user_entry_point"] = parameters.Program,
        }.ToJsonString();
        return environment;
    }
}
