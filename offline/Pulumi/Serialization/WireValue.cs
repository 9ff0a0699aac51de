using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// Works on wire values, the form that every engine takes and gives: null, bool, double, string, ImmutableArray and
/// string-keyed ImmutableDictionary of wire values, assets and archives, <see cref="SecretValue"/>,
/// <see cref="UnknownValue"/>, <see cref="ResourceReferenceValue"/>.
/// </summary>
internal static class WireValue
{
    /// <summary>The value without marks. Anything unknown inside makes the whole unknown, anything secret the whole secret.</summary>
    public static (object? Value, bool IsKnown, bool IsSecret) Unwrap(object? value)
    {
        switch (value)
        {
            case UnknownValue:
                return (null, false, false);
            case SecretValue secret:
                var (inner, isKnown, _) = Unwrap(secret.Value);
                return (inner, isKnown, true);
            case ResourceReferenceValue reference:
                return (reference.Id ?? reference.Urn, reference.Id is not "", false);
            case ImmutableArray<object?> items:
                return UnwrapList(items);
            case ImmutableDictionary<string, object?> fields:
                return UnwrapMap(fields);
            default:
                return (value, true, false);
        }
    }

    private static (object? Value, bool IsKnown, bool IsSecret) UnwrapList(ImmutableArray<object?> items)
    {
        var plain = ImmutableArray.CreateBuilder<object?>(items.Length);
        var (allKnown, anySecret) = (true, false);
        foreach (var item in items)
        {
            var (value, isKnown, isSecret) = Unwrap(item);
            (allKnown, anySecret) = (allKnown && isKnown, anySecret || isSecret);
            plain.Add(value);
        }

        return (plain.MoveToImmutable(), allKnown, anySecret);
    }

    private static (object? Value, bool IsKnown, bool IsSecret) UnwrapMap(ImmutableDictionary<string, object?> fields)
    {
        var plain = fields;
        var (allKnown, anySecret) = (true, false);
        foreach (var (key, field) in fields)
        {
            var (value, isKnown, isSecret) = Unwrap(field);
            (allKnown, anySecret) = (allKnown && isKnown, anySecret || isSecret);
            if (!ReferenceEquals(value, field))
            {
                plain = plain.SetItem(key, value);
            }
        }

        return (plain, allKnown, anySecret);
    }
}
