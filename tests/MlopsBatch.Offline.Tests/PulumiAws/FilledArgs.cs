using System.Reflection;
using Pulumi;

namespace MlopsBatch.Offline.Tests.PulumiAws;

/// <summary>Makes an argument class and gives every property, and the classes in them, a value of its type.</summary>
internal static class FilledArgs
{
    public static object Of(Type args)
    {
        var made = Activator.CreateInstance(args)!;
        foreach (var property in args.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            property.SetValue(made, ValueOf(property.PropertyType));
        }

        return made;
    }

    private static object ValueOf(Type type)
    {
        if (type == typeof(object))
        {
            return "x";
        }

        var arguments = type.GetGenericArguments();
        var element = arguments[^1];
        return type.GetGenericTypeDefinition().Name switch
        {
            "Input`1" => Convert(type, Plain(element)),
            "InputUnion`2" => Convert(type, "x"),
            "InputList`1" => Added(type, [ArrayOf(element)]),
            "InputMap`1" => Added(type, ["k", Convert(typeof(Input<>).MakeGenericType(element), Plain(element))]),
            _ => throw new InvalidOperationException($"No value is known for a {type}."),
        };
    }

    private static object Plain(Type type)
    {
        if (type == typeof(string) || type == typeof(object))
        {
            return "x";
        }

        if (type == typeof(int))
        {
            return 1;
        }

        if (type == typeof(double))
        {
            return 1.5;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(Archive) || type == typeof(AssetOrArchive))
        {
            return new FileArchive("x.zip");
        }

        return type.IsDefined(typeof(EnumTypeAttribute))
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Static)[0].GetValue(null)!
            : Of(type);
    }

    private static Array ArrayOf(Type element)
    {
        var array = Array.CreateInstance(typeof(Input<>).MakeGenericType(element), 1);
        array.SetValue(Convert(typeof(Input<>).MakeGenericType(element), Plain(element)), 0);
        return array;
    }

    private static object Added(Type type, object[] arguments)
    {
        var collection = Activator.CreateInstance(type)!;
        type.GetMethods()
            .First(method =>
                method.Name == "Add"
                && method.GetParameters().Length == arguments.Length
                && method.GetParameters()[0].ParameterType.IsInstanceOfType(arguments[0])
            )
            .Invoke(collection, arguments);
        return collection;
    }

    private static object Convert(Type type, object value) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .First(method =>
                method.Name == "op_Implicit" && method.ReturnType == type && method.GetParameters()[0].ParameterType.IsInstanceOfType(value)
            )
            .Invoke(null, [value])!;
}
