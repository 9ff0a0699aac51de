namespace MlopsBatch.LocalCloud.CloudWatch;

/// <summary>StateValue of an alarm.</summary>
public enum AlarmState
{
    InsufficientData,
    Ok,
    Alarm,
}
