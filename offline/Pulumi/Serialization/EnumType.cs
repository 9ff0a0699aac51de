using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Reads and makes <see cref="EnumTypeAttribute"/> structs through the members that all of them have.</summary>
internal static class EnumType
{
    /// <summary>The string or number behind a value, by the struct's explicit conversion.</summary>
    public static object? ToPlain(object value) =>
        value
            .GetType()
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .First(method =>
                method.Name == "op_Explicit" && method.ReturnType is var type && (type == typeof(string) || type == typeof(double))
            )
            .Invoke(null, [value]);

    /// <summary>A value from its string or number, by the struct's private constructor.</summary>
    public static object Create(Type type, object plain) =>
        Activator.CreateInstance(type, BindingFlags.NonPublic | BindingFlags.Instance, null, [plain], null)!;
}
