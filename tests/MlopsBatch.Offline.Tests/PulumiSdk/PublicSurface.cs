using System.Globalization;
using System.Reflection;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>
/// An assembly's public and protected members, one a line, in the form of official-pulumi-api.txt: with <c>?</c> where a
/// reference may be null, the attributes that say more of that, and what a type argument must be.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => type.IsVisible)
            .SelectMany(type => MembersOf(type).Prepend($"{NameOf(type)} : {KindOf(type)}".TrimEnd()))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> MembersOf(Type type)
    {
        var name = NameOf(type);
        foreach (var constructor in type.GetConstructors(Declared).Where(member => IsVisible(member) && !member.IsStatic))
        {
            yield return $"{name}..ctor({ParametersOf(constructor)}){AccessOf(constructor)}";
        }

        foreach (
            var method in type.GetMethods(Declared)
                .Where(method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
        )
        {
            yield return $"{name}.{method.Name}{ArgumentsOf(method)}({ParametersOf(method)}) -> "
                + $"{TypeOf(method.ReturnParameter)}{AccessOf(method)}{ConstraintsOf(method)}";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            var (get, set) = (IsVisible(property.GetMethod), IsVisible(property.SetMethod));
            if (get || set)
            {
                yield return $"{name}.{property.Name}{IndexOf(property)} {{ {(get ? "get; " : "")}{(set ? "set; " : "")}}} : "
                    + FlowOf(property.CustomAttributes)
                    + NameOf(property.PropertyType, Nullability.Of(property.CustomAttributes, property.DeclaringType))
                    + AccessOf(get ? property.GetMethod! : property.SetMethod!);
            }
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            yield return $"{name}.{field.Name} field : "
                + NameOf(field.FieldType, Nullability.Of(field.CustomAttributes, field.DeclaringType));
        }
    }

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string AccessOf(MethodBase method) => (method.IsStatic ? " static" : "") + (method.IsPublic ? "" : " protected");

    private static string IndexOf(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } parameters
            ? $"[{string.Join(", ", parameters.Select(TypeOf))}]"
            : "";

    private static string ArgumentsOf(MethodBase method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string ConstraintsOf(MethodBase method) =>
        string.Concat(
            from argument in method.IsGenericMethod ? method.GetGenericArguments() : []
            let bases = argument.GetGenericParameterConstraints().Select(NameOf)
            let all = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)
                ? bases.Append("new()")
                : bases
            where all.Any()
            select $" where {argument.Name} : {string.Join(", ", all)}"
        );

    private static string ParametersOf(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
                    + TypeOf(parameter)
                    + " "
                    + parameter.Name
                    + (
                        parameter.HasDefaultValue
                            ? " = "
                                + (
                                    parameter.DefaultValue is null
                                        ? "null"
                                        : Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)
                                )
                            : ""
                    )
                )
        );

    private static string KindOf(Type type)
    {
        if (type.IsInterface)
        {
            return "interface ";
        }

        if (type.IsEnum || type.IsValueType)
        {
            return $"{(type.IsEnum ? "enum" : "struct")} {NameOf(type.BaseType!)}";
        }

        var modifier =
            type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed "
            : "";
        return $"{modifier}class {(type.BaseType == typeof(object) ? "" : NameOf(type.BaseType!))}";
    }

    private static string TypeOf(ParameterInfo parameter) =>
        FlowOf(parameter.CustomAttributes)
        + NameOf(parameter.ParameterType, Nullability.Of(parameter.CustomAttributes, parameter.Member));

    /// <summary>For instance <c>[MaybeNull] </c>: what the compiler assumes of a value beyond its type.</summary>
    private static string FlowOf(IEnumerable<CustomAttributeData> attributes) =>
        string.Concat(
            attributes
                .Where(attribute => attribute.AttributeType.Namespace == "System.Diagnostics.CodeAnalysis")
                .Select(attribute => attribute.AttributeType.Name)
                .Where(name => name.Contains("Null", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => $"[{name.Replace("Attribute", "", StringComparison.Ordinal)}] ")
        );

    private static string NameOf(Type type) => NameOf(type, Nullability.None);

    private static string NameOf(Type type, Nullability nullability)
    {
        if (type.IsByRef)
        {
            return "ref " + NameOf(type.GetElementType()!, nullability);
        }

        var mark = nullability.MarkOf(type);
        if (type.IsGenericParameter)
        {
            return type.Name + mark;
        }

        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!, nullability)}[]{mark}";
        }

        var name =
            type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}"
            : IsShort(type) ? type.Name
            : $"{type.Namespace}.{type.Name}";
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        var arguments = string.Join(", ", type.GetGenericArguments().Select(argument => NameOf(argument, nullability)));
        return tick < 0 ? name + mark : $"{name[..tick]}<{arguments}>{mark}";
    }

    private static bool IsShort(Type type) =>
        type.Namespace is "System" or "System.Collections.Generic" or "System.Collections.Immutable" or "System.Threading.Tasks";
}
