namespace Pulumi.Engine;

/// <summary>The protocol's numbers of the severities.</summary>
internal enum LogSeverity
{
    Debug = 0,
    Info = 1,
    Warning = 2,
    Error = 3,
}
