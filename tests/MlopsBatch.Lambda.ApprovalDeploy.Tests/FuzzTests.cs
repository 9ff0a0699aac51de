using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.TestSupport.Events;
using Xunit.Abstractions;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>Every damaged event ends as a decision that is audited, in a log line that says why nothing is done, or as a failure
/// that says what is wrong with it; and GitLab hears of decisions only.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> NoMetadata = [];

    private static readonly JsonObject[] Templates =
    [
        Decisions.Approved,
        Decisions.Rejected,
        Decisions.Tuned(["ModelApprovalStatus"], "Review: MRB-7"),
        Decisions.Tuned(["ApprovalDescription"], "Review: pending"),
        Decisions.Tuned(["CustomerMetadataProperties"], null, "MRB-0000"),
    ];

    [Fact]
    public async Task No_damaged_event_deploys_by_mistake_or_fails_without_a_reason()
    {
        output.WriteLine($"Seeds 0 to {EventFuzz.Count - 1}; more by the environment variable {EventFuzz.CountVariable}.");
        var unexplained = new List<string>();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < EventFuzz.Count; seed++)
        {
            var bytes = EventFuzz.Damage(Templates[seed % Templates.Length], seed);
            var outcome = await OutcomeAsync(bytes);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (outcome is not ("triggered" or "refused" or "ignored" or "unusable"))
            {
                unexplained.Add($"seed {seed}: {outcome}");
            }
        }

        output.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}")));
        unexplained.ShouldBeEmpty();
    }

    private static async Task<string> OutcomeAsync(byte[] bytes)
    {
        // The registry knows of no review either.
        var rig = new Rig { Registry = new StubRegistry(new ModelVersion(Rig.Scene.VersionArn(8), 8, null, NoMetadata)) };
        try
        {
            await rig.HandleAsync(bytes);
        }
        catch (UnusableEventException)
        {
            return rig.GitLab.Requests.Count > 0 ? "asked GitLab, then failed"
                : (string?)rig.LastLine["level"] == "Error" ? "unusable"
                : "failed without a line in the log";
        }
        catch (Exception e)
        {
            return $"threw {e.GetType().Name}: {e.Message}";
        }

        var asked = rig.GitLab.Requests.Count;
        return rig.Outcome switch
        {
            "triggered" when asked != 1 || !IsDecision(bytes) => "asked GitLab without a decision",
            "triggered" or "refused" when rig.Audit.Events.Count != 1 => "not audited once",
            "refused" or "ignored" when asked > 0 => "asked GitLab for nothing",
            var outcome => outcome ?? "no outcome in the log",
        };
    }

    private static bool IsDecision(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Contains("\"Approved\"", StringComparison.Ordinal) || text.Contains("\"Rejected\"", StringComparison.Ordinal);
    }
}
