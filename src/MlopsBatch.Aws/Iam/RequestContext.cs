using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>Condition keys of a request; AWS compares their names without case.</summary>
public sealed class RequestContext
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _keys;

    private RequestContext(ImmutableDictionary<string, ImmutableArray<string>> keys) => _keys = keys;

    /// <summary>No keys.</summary>
    public static RequestContext Empty { get; } =
        new(ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase));

    /// <summary>All keys with their values.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Keys => _keys.OrderBy(key => key.Key, StringComparer.Ordinal);

    /// <summary>With one more key, or with other values of it; a null leaves things as they are.</summary>
    public RequestContext With(string key, string? value) => value is null ? this : With(key, [value]);

    /// <summary>With one more key that has many values, or with other values of it.</summary>
    public RequestContext With(string key, ImmutableArray<string> values) => new(_keys.SetItem(key, values));

    /// <summary>Without a key.</summary>
    public RequestContext Without(string key) => new(_keys.Remove(key));

    /// <summary>The values of a key; null if the request has no such key.</summary>
    public ImmutableArray<string>? Find(string key) => _keys.TryGetValue(key, out var values) ? values : null;

    /// <summary>With what AWS itself says of the caller and the resource's owner.</summary>
    /// <remarks>IAM user guide, "AWS global condition context keys".</remarks>
    internal RequestContext For(RequestPrincipal caller, string? resourceAccount)
    {
        var type = caller.Kind switch
        {
            RequestPrincipalKind.RoleSession => "AssumedRole",
            RequestPrincipalKind.User => "User",
            RequestPrincipalKind.AccountRoot => "Account",
            RequestPrincipalKind.Anonymous => "Anonymous",
            _ => null,
        };
        var full = Default("aws:PrincipalArn", caller.PrincipalArn)
            .Default("aws:PrincipalAccount", caller.Account)
            .Default("aws:PrincipalType", type)
            .Default("aws:ResourceAccount", resourceAccount);
        return caller.Kind switch
        {
            RequestPrincipalKind.Service => full.Default("aws:PrincipalIsAWSService", "true")
                .Default("aws:PrincipalServiceName", caller.Arn),
            RequestPrincipalKind.Federated => full,
            _ => full.Default("aws:PrincipalIsAWSService", "false"),
        };
    }

    private RequestContext Default(string key, string? value) => _keys.ContainsKey(key) ? this : With(key, value);
}
