namespace MlopsBatch.LocalCloud.CloudWatch;

/// <summary>An alarm that changed its state.</summary>
/// <param name="Alarm">Which.</param>
/// <param name="Before">Its state until then.</param>
/// <param name="After">Its state since then.</param>
/// <param name="Time">When.</param>
/// <param name="Reason">In words, with the value.</param>
public sealed record AlarmChange(MetricAlarm Alarm, AlarmState Before, AlarmState After, DateTimeOffset Time, string Reason);
