using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns plain wire values (see <see cref="WireValue.Unwrap"/>) into the types of outputs and function results.</summary>
internal static class Converter
{
    private static readonly MethodInfo ListMethod = typeof(Converter).GetMethod(
        nameof(ToList),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;
    private static readonly MethodInfo MapMethod = typeof(Converter).GetMethod(
        nameof(ToMap),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>The value; the type's default one, with a warning to the user, where an answer has another type.</summary>
    public static T ConvertOrWarn<T>(string context, object? value)
    {
        try
        {
            return Convert<T>(context, value);
        }
        catch (InvalidOperationException wrongType)
        {
            Log.Warn(wrongType.Message);
            return default!;
        }
    }

    /// <param name="context">What is converted, for the error message.</param>
    /// <param name="value">The wire value.</param>
    /// <exception cref="InvalidOperationException">The value has another type than asked for.</exception>
    private static T Convert<T>(string context, object? value) =>
        value is T same && typeof(T) != typeof(JsonElement) ? same : (T)Convert(context, value, typeof(T))!;

    private static object? Convert(string context, object? value, Type target)
    {
        if (value is null)
        {
            return target.IsValueType ? Activator.CreateInstance(target) : null;
        }

        if (target == typeof(object) || target.IsInstanceOfType(value))
        {
            return value;
        }

        if (target.IsConstructedGenericType && ConvertGeneric(context, value, target) is { } converted)
        {
            return converted;
        }

        if (target == typeof(int) && value is double number && number == Math.Floor(number))
        {
            return (int)number;
        }

        if (target == typeof(JsonElement))
        {
            return JsonDocument.Parse(JsonText.Of(value) is string text ? text : "null").RootElement;
        }

        if (target.IsEnum && value is double ordinal)
        {
            return Enum.ToObject(target, (int)ordinal);
        }

        if (target.IsDefined(typeof(EnumTypeAttribute)) && value is string or double)
        {
            return EnumType.Create(target, value);
        }

        if (target.IsDefined(typeof(OutputTypeAttribute)) && value is ImmutableDictionary<string, object?> fields)
        {
            return ConvertOutputType(context, fields, target);
        }

        throw new InvalidOperationException($"{context}: expected a {target.FullName}, got {Describe(value)}.");
    }

    private static string Describe(object value) =>
        value switch
        {
            ImmutableDictionary<string, object?> => "a map",
            ImmutableArray<object?> => "a list",
            _ => $"a {value.GetType().FullName}",
        };

    private static object? ConvertGeneric(string context, object value, Type target)
    {
        var definition = target.GetGenericTypeDefinition();
        var arguments = target.GetGenericArguments();
        if (definition == typeof(Nullable<>))
        {
            return Convert(context, value, arguments[0]);
        }

        if (definition == typeof(ImmutableArray<>) && value is ImmutableArray<object?>)
        {
            return ListMethod.MakeGenericMethod(arguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, value], null);
        }

        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string) && value is ImmutableDictionary<string, object?>)
        {
            return MapMethod.MakeGenericMethod(arguments[1]).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, value], null);
        }

        return definition == typeof(Union<,>) ? ConvertUnion(context, value, target, arguments) : null;
    }

    private static ImmutableArray<T> ToList<T>(string context, ImmutableArray<object?> items) =>
        [.. items.Select((item, index) => Convert<T>($"{context}[{index}]", item))];

    private static ImmutableDictionary<string, T> ToMap<T>(string context, ImmutableDictionary<string, object?> fields) =>
        fields.ToImmutableDictionary(field => field.Key, field => Convert<T>($"{context}.{field.Key}", field.Value));

    private static object? ConvertUnion(string context, object value, Type target, Type[] sides)
    {
        foreach (var (side, factory) in sides.Zip(["FromT0", "FromT1"]))
        {
            try
            {
                return target.GetMethod(factory)!.Invoke(null, [Convert(context, value, side)]);
            }
            catch (InvalidOperationException) when (side == sides[0])
            {
                // The other side of the union is tried next; its error is the one that is reported.
            }
        }

        return null;
    }

    private static object ConvertOutputType(string context, ImmutableDictionary<string, object?> fields, Type target)
    {
        var constructor =
            target
                .GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .FirstOrDefault(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)))
            ?? throw new InvalidOperationException($"{context}: {target.FullName} has no constructor with [OutputConstructor].");
        var arguments = constructor
            .GetParameters()
            .Select(parameter =>
            {
                var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
                return Convert($"{context}.{name}", fields.GetValueOrDefault(name), parameter.ParameterType);
            });
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
    }
}
