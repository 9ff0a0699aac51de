using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Proof;

/// <summary>A stack in its account, with the names that SPEC and the example's settings give its things.</summary>
/// <param name="File">The stack, as <c>--stack</c> takes it.</param>
/// <param name="Stack">Its name.</param>
/// <param name="Account">Where it is deployed.</param>
/// <param name="Bucket">Its data bucket.</param>
/// <param name="Prefix">The model's folder in it.</param>
/// <param name="Builds">Whether models are registered and built here.</param>
/// <param name="Deploys">Whether batches are scored here.</param>
internal sealed record Place(string File, string Stack, string Account, string Bucket, string Prefix, bool Builds, bool Deploys)
{
    public const string Region = "eu-west-1";
    public const string Registry = "111122223333";
    public const string Staging = "222233334444";
    public const string Production = "444455556666";

    /// <summary>The registry's key, as the deploy accounts' settings name it.</summary>
    public const string RegistryKey = $"arn:aws:kms:{Region}:{Registry}:key/11111111-2222-3333-4444-555555555555";

    public const string ViolationBus = $"arn:aws:events:{Region}:{Registry}:event-bus/mlops-batch-dev";

    public static readonly Place Single = new(
        "docs/examples/Pulumi.single.yaml",
        "single",
        Registry,
        "example-mlops",
        "abalone",
        Builds: true,
        Deploys: true
    );

    public static readonly Place Dev = new("dev", "dev", Registry, "example-mlops-dev", "mlops/abalone", Builds: true, Deploys: false);

    public static readonly Place StagingPlace = new(
        "staging",
        "staging",
        Staging,
        "example-mlops-staging",
        "mlops/abalone",
        Builds: false,
        Deploys: true
    );

    public static readonly Place ProductionPlace = new(
        "prod",
        "prod",
        Production,
        "example-mlops-prod",
        "mlops/abalone",
        Builds: false,
        Deploys: true
    );

    public static IReadOnlyList<Place> All { get; } = [Single, Dev, StagingPlace, ProductionPlace];

    /// <summary>Whether other accounts deploy what is registered here.</summary>
    public bool IsShared => this == Dev;

    /// <summary>Whether violations go to the registry's account.</summary>
    public bool SendsViolations => this == ProductionPlace;

    public string Arn(string service, string rest) => $"arn:aws:{service}:{Region}:{Account}:{rest}";

    public string Role(string name) => $"arn:aws:iam::{Account}:role/{Full(name)}";

    public string Topic(string name) => Arn("sns", Full(name));

    public string Queue(string name) => Arn("sqs", Full(name));

    public string Function(string name) => Arn("lambda", $"function:{Full(name)}");

    public string Pipeline(string kind) => Arn("sagemaker", $"pipeline/abalone-{kind}");

    public string Rule(string name) => Arn("events", $"rule/{Full(name)}");

    /// <summary>Objects below a folder of the model.</summary>
    public string Objects(string folder) => $"arn:aws:s3:::{Bucket}/{Prefix}/{folder}/*";

    /// <summary>Objects below a folder of any model.</summary>
    public string ObjectsOfAll(string folder) => $"arn:aws:s3:::{Bucket}/{Prefix.Replace("abalone", "*")}/{folder}/*";

    public string Full(string name) => $"mlops-batch-{Stack}-{name}";

    /// <summary>The pipelines that are here.</summary>
    public IReadOnlyList<string> Pipelines =>
        [
            .. new[] { Builds ? "training" : null, Builds ? "training-with-hpo" : null, Deploys ? "batch-inference" : null }
                .OfType<string>()
                .Select(Pipeline),
        ];

    /// <summary>Evaluates the stack in its account.</summary>
    public async Task<DeclaredGraph> EvaluateAsync()
    {
        var context = TestStacks.Context(File);
        var approved = FixedApprovedModels.First(context.Settings, context.Region, Registry);
        var stack = await StackEvaluator.EvaluateAsync(context, approved, Account);
        return new(Account, stack.Resources);
    }

    /// <summary>A key of this stack; its id is the engine's, so it is looked up by its name in the program.</summary>
    public static string KeyOf(DeclaredGraph graph, string name) =>
        $"arn:aws:kms:{Region}:{graph.Account}:key/{graph.OfType(ResourceTypes.Key).Single(key => key.Name == name).Id}";

    public override string ToString() => Stack;
}
