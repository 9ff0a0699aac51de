namespace MlopsBatch.Platform;

/// <summary>Rules that a function has to know again, in its settings: a dead letter says by its rule what it was for.</summary>
internal static class RuleNames
{
    /// <summary>The rule on violated model quality of this account's batches; names of rules end with it.</summary>
    public static string Retraining(string model) => $"{model}-retraining";

    /// <summary>The one on violated model quality of the deploy accounts' batches.</summary>
    public static string RemoteRetraining(string model) => $"{model}-remote-retraining";
}
