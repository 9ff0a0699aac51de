namespace MlopsBatch.Rehearsal.Tests;

/// <summary>A test that asks the kernel for its processes below /proc.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "There is no /proc.";
}
