using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Aws.Tests.Iam;

/// <summary>
/// The evaluator beside one that nobody of this project wrote: @cloud-copilot/iam-simulate has judged every request of
/// corpus.jsonl, which eng/iam-corpus generates.
/// </summary>
public class CorpusTests
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "Iam", "corpus.jsonl");

    [Fact]
    public void Every_request_is_judged_as_another_evaluator_judges_it()
    {
        var cases = CorpusCase.Read(Environment.GetEnvironmentVariable("CORPUS") ?? Path).ToList();
        cases.Count.ShouldBeGreaterThan(500);
        foreach (
            var outcome in new[] { AuthorizationOutcome.Allowed, AuthorizationOutcome.ImplicitDeny, AuthorizationOutcome.ExplicitDeny }
        )
        {
            cases.Count(one => one.Expected == outcome).ShouldBeGreaterThan(100, outcome.ToString());
        }

        var wrong = cases
            .Select(one => (one.Expected, Decision: PolicyEvaluator.Decide(one.Request), one.Line))
            .Where(one => one.Decision.Outcome != one.Expected)
            .Select(one => $"needs {one.Expected}, got {one.Decision.Outcome} ({one.Decision.Message}): {one.Line}")
            .ToList();
        wrong.ShouldBeEmpty($"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong.Take(5))}");
    }
}
