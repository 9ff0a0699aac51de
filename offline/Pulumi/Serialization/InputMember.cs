using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A property or field, of any accessibility, that is sent under its wire name.</summary>
internal sealed record InputMember(string Name, string FullName, bool IsRequired, bool Json, Func<object, object?> Get)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Cache = new();

    public static ImmutableArray<InputMember> Of(Type type) => Cache.GetOrAdd(type, Find);

    private static ImmutableArray<InputMember> Find(Type type)
    {
        var members = ImmutableArray.CreateBuilder<InputMember>();
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(Declared))
            {
                if (member.GetCustomAttribute<InputAttribute>() is not { } attribute)
                {
                    continue;
                }

                Func<object, object?> get = member is PropertyInfo property ? property.GetValue : ((FieldInfo)member).GetValue;
                members.Add(new(attribute.Name, $"{type.FullName}.{member.Name}", attribute.IsRequired, attribute.Json, get));
            }
        }

        return members.ToImmutable();
    }
}
