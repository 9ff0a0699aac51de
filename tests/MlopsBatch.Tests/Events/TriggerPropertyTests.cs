using CsCheck;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.Platform.Events;

namespace MlopsBatch.Tests.Events;

/// <summary>Triggers against generated keys.</summary>
public class TriggerPropertyTests
{
    private static readonly Gen<string> Key = Gen.Char["abc/.-_*?{}\"\\é "].Array[1, 30].Select(signs => new string(signs));

    [Fact]
    public void An_exact_key_matches_itself_and_no_other() =>
        Gen.Select(Key, Key)
            .Sample(
                (wanted, arrived) =>
                    EventPattern.Parse(EventPatterns.ObjectWithKey("bucket", wanted)).Matches(Sample.Object("bucket", arrived))
                    == (wanted == arrived)
            );

    [Fact]
    public void A_prefix_matches_what_begins_with_it() =>
        Gen.Select(Key, Key)
            .Sample(
                (prefix, arrived) =>
                    EventPattern.Parse(EventPatterns.ObjectsWithPrefix("bucket", prefix)).Matches(Sample.Object("bucket", arrived))
                        == arrived.StartsWith(prefix, StringComparison.Ordinal)
                    && EventPattern
                        .Parse(EventPatterns.ObjectsWithPrefix("bucket", prefix))
                        .Matches(Sample.Object("bucket", prefix + arrived))
            );
}
