using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A property of a resource class with an <see cref="OutputAttribute"/>.</summary>
internal sealed record OutputProperty(string Name, Func<OutputSlot> CreateSlot, Action<object, object> Set)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputProperty>> Cache = new();

    /// <summary>Puts a waiting output into each output property; returns them by wire name.</summary>
    public static Dictionary<string, OutputSlot> Fill(Resource resource)
    {
        var slots = new Dictionary<string, OutputSlot>();
        foreach (var property in Cache.GetOrAdd(resource is Stack ? typeof(Stack) : resource.GetType(), Find))
        {
            var slot = property.CreateSlot();
            property.Set(resource, slot.Output);
            slots.Add(property.Name, slot);
        }

        return slots;
    }

    private static ImmutableArray<OutputProperty> Find(Type type)
    {
        var found = ImmutableArray.CreateBuilder<OutputProperty>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute)
            {
                continue;
            }

            var name = attribute.Name ?? property.Name;
            if (!property.PropertyType.IsConstructedGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            {
                throw new InvalidOperationException($"[Output] {type.FullName}.{property.Name} was not an Output<T>");
            }

            var declared = property.DeclaringType!.GetProperty(
                property.Name,
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly
            )!;
            if (declared.SetMethod is null)
            {
                throw new InvalidOperationException($"[Output] {type.FullName}.{property.Name} did not have a 'set' method");
            }

            found.Add(new(name, SlotFactory(property.PropertyType.GetGenericArguments()), declared.SetValue));
        }

        return found.ToImmutable();
    }

    private static Func<OutputSlot> SlotFactory(Type[] type) =>
        Expression.Lambda<Func<OutputSlot>>(Expression.New(typeof(OutputSlot<>).MakeGenericType(type))).Compile();
}
