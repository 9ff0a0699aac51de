using MlopsBatch.Configuration;
using MlopsBatch.Faults;

namespace MlopsBatch.Checks;

/// <summary>The waivers that hold for a stack: those that the product ships, with the product's reasons, and the stack's own.</summary>
public static class Waivers
{
    public static IReadOnlyList<Waiver> All { get; } =
    [
        new(
            3,
            "access-logs",
            "S3's log delivery can't write to a bucket whose default key is a KMS key of ours; it uses S3's own."
        ),
        new(5, "access-logs", "The log bucket would log itself."),
        new(7, "access-logs", "Nobody acts on an access log's arrival."),
        new(
            10,
            "*",
            "Data comes from systems that keep it, and everything else can be made again from data and scripts; "
                + "versioning guards against mistakes."
        ),
        new(
            22,
            "*",
            "Reserving takes from the account's pool; settings.reservedConcurrency sets it where that is wanted. Retries "
                + "and dead-letter queues hold what is throttled."
        ),
        new(
            26,
            "*",
            "The function only talks to AWS's public endpoints and GitLab; settings.gitLab.network puts it into a VPC for "
                + "a private GitLab."
        ),
        new(
            27,
            "*",
            "Packages come from the pipeline that deploys them; a signing profile would be a second key to the same door."
        ),
        new(
            45,
            "*",
            "GitLab's trigger tokens can't be rotated by AWS; whoever owns the token replaces it every year."
        ),
    ];

    /// <summary>Those that hold on a day.</summary>
    public static IReadOnlyList<Waiver> Of(Settings settings, DateOnly today) =>
        [.. All, .. settings.Waivers.Select(Own).Where(waiver => waiver.Until >= today)];

    /// <summary>The stack's own that hold no longer.</summary>
    public static IReadOnlyList<Fault> Expired(Settings settings, DateOnly today) =>
        [
            .. settings
                .Waivers.Select(Own)
                .Index()
                .Where(waiver => waiver.Item.Until < today)
                .Select(waiver => new Fault(
                    FaultCatalogue.WaiverExpired,
                    $"settings.waivers[{waiver.Index}]: got a waiver of row {waiver.Item.Row} until "
                        + $"{waiver.Item.Until:yyyy-MM-dd}, which is over; "
                        + $"{waiver.Item.Owner} meets the demand, or decides anew and sets a later day"
                )),
        ];

    private static Waiver Own(WaiverOptions waiver) =>
        new(
            waiver.Row,
            waiver.Resource,
            waiver.Reason,
            waiver.Owner,
            DateOnly.ParseExact(waiver.Until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
}
