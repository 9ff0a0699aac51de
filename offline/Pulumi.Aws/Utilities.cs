namespace Pulumi.Aws;

/// <summary>What every resource class and function of the package says to the engine.</summary>
internal static partial class Utilities
{
    /// <summary>The caller's options over the package's: its version, the class's earlier names, its secret outputs.</summary>
    public static CustomResourceOptions Defaults(CustomResourceOptions? options, string[]? aliases = null, string[]? secrets = null) =>
        CustomResourceOptions.Merge(
            new CustomResourceOptions
            {
                Version = Version,
                Aliases = [.. (aliases ?? []).Select(type => new Alias { Type = type })],
                AdditionalSecretOutputs = [.. secrets ?? []],
            },
            options
        );

    /// <summary>The first of the process's variables that is set; null if none is.</summary>
    public static Input<string>? Variable(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    public static InvokeOptions Defaults(InvokeOptions? options)
    {
        options ??= new InvokeOptions();
        options.Version ??= Version;
        return options;
    }

    public static InvokeOutputOptions Defaults(InvokeOutputOptions? options)
    {
        options ??= new InvokeOutputOptions();
        options.Version ??= Version;
        return options;
    }
}
