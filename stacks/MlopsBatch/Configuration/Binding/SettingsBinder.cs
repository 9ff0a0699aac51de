using System.Collections;
using System.Reflection;
using System.Text.Json;
using MlopsBatch.Configuration.Mending;

namespace MlopsBatch.Configuration.Binding;

/// <summary>
/// Turns the <c>settings</c> JSON into records and notes every fault on the way: unknown keys, wrong types, values out of
/// bounds.
/// </summary>
internal sealed class SettingsBinder
{
    private readonly List<SettingsFinding> _faults = [];

    public IReadOnlyList<SettingsFinding> Faults => _faults;

    public T Bind<T>(JsonElement json, SettingsPath path)
        where T : class, new() => (T)BindRecord(typeof(T), json, path);

    private object BindRecord(Type type, JsonElement json, SettingsPath path)
    {
        var target = Activator.CreateInstance(type)!;
        if (json.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(SettingsFaults.Type(path, json, "an object", ExampleOf(type), TypeRepair.Section(path, type, json)));
            return target;
        }

        var properties = Members(type);
        var misspelt = new HashSet<string?>();
        foreach (var entry in json.EnumerateObject())
        {
            if (properties.TryGetValue(entry.Name, out var property))
            {
                if (entry.Value.ValueKind != JsonValueKind.Null && BindValue(property, entry.Value, path.Key(entry.Name)) is { } value)
                {
                    property.SetValue(target, value);
                }
            }
            else
            {
                _faults.Add(SettingsFaults.Key(path, entry.Name, properties.Keys));
                misspelt.Add(Spelling.Nearest(entry.Name, properties.Keys));
            }
        }

        foreach (var (name, property) in properties)
        {
            if (
                Has<System.ComponentModel.DataAnnotations.RequiredAttribute>(property)
                && (!json.TryGetProperty(name, out var given) || IsNothing(given))
                // That a value is missing follows from its key's wrong spelling.
                && !misspelt.Contains(name)
            )
            {
                _faults.Add(SettingsFaults.Missing(path.Key(name), IsList(property), Example(property)));
            }
        }

        return target;
    }

    private object? BindValue(PropertyInfo property, JsonElement json, SettingsPath path)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (IsList(property))
        {
            return BindList(property, type.GetGenericArguments()[0], json, path);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? BindMap(property, type.GetGenericArguments()[1], json, path)
            : BindItem(property, type, json, path);
    }

    private object BindList(PropertyInfo property, Type itemType, JsonElement json, SettingsPath path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        if (json.ValueKind != JsonValueKind.Array)
        {
            _faults.Add(SettingsFaults.Type(path, json, "a list", $"[{Example(property)}]", TypeRepair.List(path, itemType, json)));
            return list;
        }

        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (BindItem(property, itemType, item, path.Index(index)) is { } value)
            {
                list.Add(value);
            }
        }

        var isMissing = json.GetArrayLength() == 0 && Has<System.ComponentModel.DataAnnotations.RequiredAttribute>(property);
        if (
            !isMissing
            && property.GetCustomAttribute<CountAttribute>() is { } count
            && (json.GetArrayLength() < count.Least || json.GetArrayLength() > count.Most)
        )
        {
            _faults.Add(SettingsFaults.Count(path, json.GetArrayLength(), count));
        }

        return list;
    }

    private object BindMap(PropertyInfo property, Type itemType, JsonElement json, SettingsPath path)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), itemType))!;
        if (json.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(SettingsFaults.Type(path, json, "an object", "{}", []));
            return map;
        }

        foreach (var entry in json.EnumerateObject())
        {
            if (BindItem(property, itemType, entry.Value, path.Key(entry.Name)) is { } value)
            {
                map[entry.Name] = value;
            }
        }

        return map;
    }

    private object? BindItem(PropertyInfo property, Type type, JsonElement json, SettingsPath path)
    {
        if (type.IsClass && type != typeof(string))
        {
            return BindRecord(type, json, path);
        }

        if (!Scalars.TryRead(type, json, Has<ScalarAttribute>(property), out var value))
        {
            _faults.Add(
                type.IsEnum
                    ? SettingsFaults.Choice(path, Scalars.Show(json), Scalars.Choices(type), Scalars.ExampleOf(type))
                    : SettingsFaults.Type(path, json, Scalars.Describe(type), Example(property), TypeRepair.Scalar(path, type, json))
            );
            return null;
        }

        var fault = Bounds.Check(property, value, path, Example(property));
        if (fault is not null)
        {
            _faults.Add(fault);
        }

        return fault is null ? value : null;
    }

    private static Dictionary<string, PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal);

    private static bool IsNothing(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null || (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 0);

    private static bool IsList(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static bool Has<TAttribute>(PropertyInfo property)
        where TAttribute : Attribute => property.GetCustomAttribute<TAttribute>() is not null;

    /// <summary>A section with what it needs.</summary>
    private static string ExampleOf(Type type)
    {
        var needed = Members(type)
            .Where(member => Has<System.ComponentModel.DataAnnotations.RequiredAttribute>(member.Value))
            .Select(member => $"{member.Key}: {(IsList(member.Value) ? $"[{Example(member.Value)}]" : Example(member.Value))}");
        return $"{{{string.Join(", ", needed)}}}";
    }

    private static string Example(PropertyInfo property) =>
        property.GetCustomAttribute<ExampleAttribute>()?.Value ?? Scalars.ExampleOf(property.PropertyType);
}
