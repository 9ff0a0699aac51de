using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;

namespace MlopsBatch.Lambda.Common.Hosting;

/// <summary>Finds the settings in the Lambda layer.</summary>
public static class SettingsFile
{
    /// <summary>
    /// The settings of the file that the environment names, or of the default one. Only the default file may be absent:
    /// then there are no custom messages and no models known. A file that can't be read is a fault of the environment.
    /// </summary>
    public static LambdaSettings Read(FunctionEnvironment environment)
    {
        var named = environment.Optional(EnvironmentVariables.SettingsFile, "the path of a file", File.Exists);
        var path = named ?? EnvironmentVariables.DefaultSettingsFile;
        if (!File.Exists(path))
        {
            return new LambdaSettings();
        }

        try
        {
            return LambdaSettings.Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            environment.Fault(EnvironmentVariables.SettingsFile, path, e.Message);
            return new LambdaSettings();
        }
    }
}
