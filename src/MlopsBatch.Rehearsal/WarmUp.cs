using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Time;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.Deployments;
using MlopsBatch.Rehearsal.Local;

namespace MlopsBatch.Rehearsal;

/// <summary>
/// While Python imports its libraries and makes the data, a first stack is deployed into a cloud that is thrown away, and its
/// functions get an event: what .NET compiles at first use is then compiled when the loop needs it.
/// </summary>
internal static class WarmUp
{
    public static Task RunAsync(RehearsalOptions options, CloudOptions cloud, string folder) =>
        Task.Run(async () =>
        {
            try
            {
                await DeployAsync(options, cloud with { Root = folder, Time = new VirtualClock(TimeProvider.System) });
            }
#pragma warning disable CA1031 // What is wrong here is wrong in the loop, too, where it is reported.
            catch (Exception)
#pragma warning restore CA1031
            {
                // Then the loop starts cold.
            }
        });

    private static async Task DeployAsync(RehearsalOptions options, CloudOptions cloud)
    {
        const string Csv = "data.csv";
        var given = options with { Configured = null, TrainingData = null, Format = new() };
        var data = new RehearsalData(1, 2, false, 1, null, "mse", null, 1, new(Csv, Csv, Csv, Csv, Csv, Csv, Csv));
        var project = RehearsalProject.Create(given, data, cloud, ScriptFolder.Read(options.Scripts, options.Engine));
        var accounts = RehearsedAccount.Of(AccountForm.Single);
        await using var local = await LocalEnvironment.StartAsync(
            [.. accounts.Select(account => Plan(account))],
            cloud
        );
        local.Cloud.Default.Events.Publish("aws.sagemaker", "SageMaker Model Package State Change", [], new JsonObject());
        await local.Cloud.WhenIdleAsync();

        PlannedStack Plan(RehearsedAccount account) =>
            new(account.Id, pasted => RehearsalStack.Create(given, project, data.Files, account, accounts, pasted));
    }
}
