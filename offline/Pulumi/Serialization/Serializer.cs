using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns arguments into wire values, and notes which resources they came from.</summary>
internal sealed class Serializer
{
    private readonly HashSet<Resource> _dependencies = [];

    /// <summary>The resources that the values serialized since the last call came from.</summary>
    public ImmutableArray<Resource> TakeDependencies()
    {
        ImmutableArray<Resource> taken = [.. _dependencies];
        _dependencies.Clear();
        return taken;
    }

    /// <param name="context">Where the value is, for the error message.</param>
    /// <param name="value">The value; outputs inside of it are awaited.</param>
    public async ValueTask<object?> SerializeAsync(string context, object? value)
    {
        switch (value)
        {
            case null or bool or double or string or AssetOrArchive or UnknownValue or SecretValue:
                return value;
            case int number:
                return (double)number;
            case IInput input:
                return await SerializeOutputAsync(context, input.ToUntypedElements()).ConfigureAwait(false);
            case IOutput output:
                return await SerializeOutputAsync(context, output).ConfigureAwait(false);
            case InputArgs args:
                return await SerializeArgsAsync(context, args).ConfigureAwait(false);
            case IUnion union:
                return await SerializeAsync(context, union.Value).ConfigureAwait(false);
            case Resource resource:
                return await SerializeResourceAsync(resource).ConfigureAwait(false);
            case JsonElement json:
                return SerializeJson(json);
            case IDictionary map:
                return await SerializeMapAsync(context, map).ConfigureAwait(false);
            case IList list:
                return await SerializeListAsync(context, list).ConfigureAwait(false);
            case Enum number:
                return Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture);
            case float or long or decimal or short or byte or uint or ulong:
                return Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            case ValueType when value.GetType().IsDefined(typeof(EnumTypeAttribute)):
                return EnumType.ToPlain(value);
            default:
                throw new InvalidOperationException(
                    $"{context}: a {value.GetType().FullName} can't be sent to the engine; "
                        + "allowed are bool, numbers, string, lists, maps with string keys, InputArgs, inputs and outputs "
                            + "of these, assets, archives and resources."
                );
        }
    }

    /// <summary>The fields of an argument class that have a value.</summary>
    public async ValueTask<ImmutableDictionary<string, object?>> SerializeArgsAsync(string context, InputArgs args)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in InputMember.Of(args.GetType()))
        {
            if (await SerializeMemberAsync(context, args, member).ConfigureAwait(false) is { } value)
            {
                fields[member.Name] = value;
            }
        }

        return fields.ToImmutable();
    }

    public async ValueTask<object?> SerializeMemberAsync(string context, InputArgs args, InputMember member)
    {
        var value = member.Get(args);
        if (member.IsRequired && value is null)
        {
            throw new ArgumentNullException(member.Name, $"{context}: [Input] {member.FullName} is required but was not given a value");
        }

        var wire = await SerializeAsync($"{context}.{member.Name}", value).ConfigureAwait(false);
        return member.Json ? JsonText.Of(wire) : wire;
    }

    private static object? SerializeJson(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Array => json.EnumerateArray().Select(SerializeJson).ToImmutableArray(),
            JsonValueKind.Object => json.EnumerateObject().ToImmutableDictionary(field => field.Name, field => SerializeJson(field.Value)),
            _ => null,
        };

    private async ValueTask<object?> SerializeOutputAsync(string context, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        _dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return UnknownValue.Instance;
        }

        var value = await SerializeAsync(context, data.Value).ConfigureAwait(false);
        return data.IsSecret && value is not UnknownValue ? new SecretValue(value) : value;
    }

    private async ValueTask<object?> SerializeResourceAsync(Resource resource)
    {
        _dependencies.Add(resource);
        var urn = (await resource.Urn.Data.ConfigureAwait(false)).Value;
        if (resource is not CustomResource custom)
        {
            return new ResourceReferenceValue(urn, null);
        }

        var id = await custom.Id.Data.ConfigureAwait(false);
        return new ResourceReferenceValue(urn, id.IsKnown ? id.Value : "");
    }

    private async ValueTask<object?> SerializeListAsync(string context, IList list)
    {
        if (list.GetType() is { IsValueType: true } type && list.Equals(Activator.CreateInstance(type)))
        {
            return null; // An ImmutableArray that was never set.
        }

        var items = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            items.Add(await SerializeAsync($"{context}[{index}]", list[index]).ConfigureAwait(false));
        }

        return items.MoveToImmutable();
    }

    private async ValueTask<object?> SerializeMapAsync(string context, IDictionary map)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
            {
                throw new InvalidOperationException($"{context}: a map's keys must be strings, got a {entry.Key.GetType().FullName}.");
            }

            if (await SerializeAsync($"{context}.{key}", entry.Value).ConfigureAwait(false) is { } value)
            {
                fields[key] = value;
            }
        }

        return fields.ToImmutable();
    }
}
