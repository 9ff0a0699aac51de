using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>The 55 rows, judged over what a stack declares.</summary>
public static class SecurityChecklist
{
    /// <summary>How many rows there are.</summary>
    public const int Count = 55;

    /// <summary>The public sample's score over the rows that apply to it: pass, half, fail.</summary>
    public static (int Pass, int Half, int Fail) SampleScore { get; } = (10, 6, 22);

    internal static IReadOnlyList<SecurityRow> Rows { get; } =
    [
        .. BucketRows.All,
        .. MessagingRows.All,
        .. FunctionRows.All,
        .. IdentityRows.All,
        .. OperationsRows.All,
        .. SageMakerRows.All,
        .. GeneralRows.All,
    ];

    /// <summary>Judges every row.</summary>
    public static IReadOnlyList<CheckResult> Judge(EvaluatedStack stack, IReadOnlyList<Waiver> waivers)
    {
        var graph = new DeclaredStack(stack);
        return [.. Rows.Select(row => Judge(row, graph, waivers))];
    }

    private static CheckResult Judge(SecurityRow row, DeclaredStack graph, IReadOnlyList<Waiver> waivers)
    {
        List<CheckEvidence> evidence = [.. row.Evidence(graph).Distinct()];
        var offenders = evidence.Where(one => !one.IsMet).Select(one => one.Resource).Distinct().ToList();
        var used = waivers.Where(waiver => offenders.Any(offender => waiver.Covers(row.Number, offender))).ToList();
        var left = offenders.Where(offender => !waivers.Any(waiver => waiver.Covers(row.Number, offender))).ToList();
        var outcome =
            left.Count > 0 ? CheckOutcome.Fail
            : used.Count > 0 ? CheckOutcome.Waived
            : evidence.Count > 0 ? CheckOutcome.Pass
            : CheckOutcome.NotApplicable;
        var number = row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(number, row.Area, row.Demand, outcome, left, used, evidence);
    }
}
