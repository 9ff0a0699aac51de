using System.Reflection;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>
/// Where a member's type says <c>?</c>. The compiler writes a byte for each part of a type that can be null, in the order in
/// which the parts are read (0 unknown, 1 not null, 2 may be null): one byte for all where they are the same, and none where
/// that is what the method or class says of its members. (<see cref="NullabilityInfoContext"/> takes <c>T</c> for <c>T?</c>.)
/// </summary>
internal sealed class Nullability
{
    private readonly byte[] _flags;
    private int _next;

    private Nullability(byte[] flags) => _flags = flags;

    /// <summary>For types that stand by themselves, without a member that has them.</summary>
    public static Nullability None => new([0]);

    /// <param name="attributes">Those of the parameter, property or field.</param>
    /// <param name="scope">Where to look for what its members have in common: the parameter's method, else the declaring type.</param>
    public static Nullability Of(IEnumerable<CustomAttributeData> attributes, MemberInfo? scope)
    {
        if (Find(attributes, "NullableAttribute") is { } own)
        {
            return new(
                own.Value is IEnumerable<CustomAttributeTypedArgument> flags
                    ? [.. flags.Select(flag => (byte)flag.Value!)]
                    : [(byte)own.Value!]
            );
        }

        for (; scope is not null; scope = scope.DeclaringType)
        {
            if (Find(scope.CustomAttributes, "NullableContextAttribute") is { } context)
            {
                return new([(byte)context.Value!]);
            }
        }

        return None;
    }

    /// <summary><c>?</c> where the next part may be null. Ask for each part of the type once, in that order.</summary>
    public string MarkOf(Type part)
    {
        if (part.IsValueType && (!part.IsGenericType || Nullable.GetUnderlyingType(part) is not null))
        {
            return "";
        }

        var flag = _flags.Length == 1 ? _flags[0] : _flags[_next++];
        return flag == 2 ? "?" : "";
    }

    // By name: an assembly for a runtime that lacks these attributes has them itself.
    private static CustomAttributeTypedArgument? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.Name == name)?.ConstructorArguments[0];
}
