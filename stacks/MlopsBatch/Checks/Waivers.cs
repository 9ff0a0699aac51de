namespace MlopsBatch.Checks;

/// <summary>The waivers that the product ships. A project adds its own here, in a reviewed change.</summary>
public static class Waivers
{
    private const string Platform = "platform team";
    private static readonly DateOnly Decided = new(2026, 11, 23);

    public static IReadOnlyList<Waiver> All { get; } =
    [
        new(
            3,
            "access-logs",
            "S3's log delivery can't write to a bucket whose default key is a KMS key of ours; it uses S3's own.",
            Platform,
            Decided
        ),
        new(5, "access-logs", "The log bucket would log itself.", Platform, Decided),
        new(7, "access-logs", "Nobody acts on an access log's arrival.", Platform, Decided),
        new(
            10,
            "*",
            "Data comes from systems that keep it, and everything else can be made again from data and scripts; "
                + "versioning guards against mistakes.",
            Platform,
            Decided
        ),
        new(
            22,
            "*",
            "Reserving takes from the account's pool; settings.reservedConcurrency sets it where that is wanted. Retries "
                + "and dead-letter queues hold what is throttled.",
            Platform,
            Decided
        ),
        new(
            26,
            "*",
            "The function only talks to AWS's public endpoints and GitLab; settings.gitLab.network puts it into a VPC for "
                + "a private GitLab.",
            Platform,
            Decided
        ),
        new(
            27,
            "*",
            "Packages come from the pipeline that deploys them; a signing profile would be a second key to the same door.",
            Platform,
            Decided
        ),
        new(
            45,
            "*",
            "GitLab's trigger tokens can't be rotated by AWS; whoever owns the token replaces it by this date, and every year.",
            Platform,
            new(2027, 11, 23)
        ),
    ];
}
