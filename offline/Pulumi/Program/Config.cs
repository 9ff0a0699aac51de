using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration values of one namespace, the project's when none is named.</summary>
public sealed class Config
{
    private readonly string _namespace;

    public Config(string? name = null) => _namespace = name ?? Deployment.Current.Settings.ProjectName;

    private delegate bool Parser<T>(string text, out T value);

    public string? Get(string key) => Deployment.Current.Config.Get(FullKey(key));

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public bool? GetBoolean(string key) => Parse<bool>(key, bool.TryParse);

    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    public int? GetInt32(string key) =>
        Parse(key, (string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value));

    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    public double? GetDouble(string key) =>
        Parse(key, (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));

    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    [return: MaybeNull]
    public T GetObject<T>(string key)
    {
        if (Get(key) is not { } text)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException fault)
        {
            throw WrongType(key, text, typeof(T), fault);
        }
    }

    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key)!);

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public T RequireObject<T>(string key) => Get(key) is null ? throw Missing(key) : GetObject<T>(key)!;

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } known ? Output.CreateSecret(known) : null;

    private T? Parse<T>(string key, Parser<T> parse)
        where T : struct =>
        Get(key) switch
        {
            null => null,
            var text when parse(text, out var value) => value,
            var text => throw WrongType(key, text, typeof(T), null),
        };

    private string FullKey(string key) => $"{_namespace}:{key}";

    private RunException Missing(string key) =>
        new(
            $"Missing Required configuration variable '{FullKey(key)}'\n\tplease set a value using the command `pulumi "
                + $"config set {FullKey(key)} <value>`"
        );

    private RunException WrongType(string key, string value, Type type, Exception? fault) =>
        new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {type.Name}", fault);
}
