using System.Diagnostics;

namespace MlopsBatch.Tests.Configuration;

/// <summary>A test that asks Python's package jsonschema; where it is missing the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JsonSchemaFactAttribute : FactAttribute
{
    /// <summary>A Python that has the package; null if none has.</summary>
    public static string? Python { get; } = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(Has);

    public JsonSchemaFactAttribute() => Skip = Python is null ? "jsonschema is not installed (apt-get install python3-jsonschema)." : null;

    private static bool Has(string python)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(python, ["-c", "import importlib.util as u, sys; sys.exit(u.find_spec('jsonschema') is None)"])
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
