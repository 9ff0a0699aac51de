namespace MlopsBatch.Events.Functions;

/// <summary>CloudWatch metrics that the functions write in embedded metric format; dashboards and alarms name them from here.</summary>
public static class FunctionMetrics
{
    public const string Namespace = "MlopsBatch";

    /// <summary>Count, by <see cref="KindDimension"/>.</summary>
    public const string NotificationsSent = "NotificationsSent";

    /// <summary>Count, without dimension.</summary>
    public const string NotificationsFailed = "NotificationsFailed";

    /// <summary>Count, without dimension.</summary>
    public const string DeploysTriggered = "DeploysTriggered";

    /// <summary>Count, without dimension: the review was missing.</summary>
    public const string DeploysRefused = "DeploysRefused";

    /// <summary>Count, without dimension: GitLab refused, or could not be reached in time.</summary>
    public const string DeploysFailed = "DeploysFailed";

    /// <summary>No unit, 0 to 1, by <see cref="ModelDimension"/> and <see cref="FeatureDimension"/>.</summary>
    public const string DriftDistance = "DriftDistance";

    public const string KindDimension = "Kind";
    public const string ModelDimension = "Model";
    public const string FeatureDimension = "Feature";
}
