using MlopsBatch.Events.Functions;

namespace MlopsBatch.Cli.Packaging;

/// <summary>A function that is deployed as a zip.</summary>
/// <param name="Name">Name of the zip.</param>
/// <param name="Project">Name of the project and of its folder in <c>src/</c>.</param>
internal sealed record LambdaFunction(string Name, string Project)
{
    public static readonly IReadOnlyList<LambdaFunction> All =
    [
        new(FunctionNames.Notifications, "MlopsBatch.Lambda.Notifications"),
        new(FunctionNames.ApprovalDeploy, "MlopsBatch.Lambda.ApprovalDeploy"),
    ];

    public string ZipName => $"{Name}.zip";
}
