using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>
/// The root of all resources. A program derives from it, makes its resources in the constructor and assigns its public
/// properties with an <see cref="OutputAttribute"/> there.
/// </summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Current.Settings.ProjectName}-{Deployment.Current.Settings.StackName}", Convert(options))
    {
        Deployment.Current.Stack = this;
    }

    /// <summary>A stack around a function that makes the resources and returns the outputs.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> createResources, StackOptions? options)
        : this(options)
    {
        Results = createResources();
        RegisterOutputs(Results);
    }

    /// <summary>What the function returned; null for a stack class.</summary>
    internal Task<IDictionary<string, object?>>? Results { get; }

    internal void RegisterPropertyOutputs()
    {
        var properties = GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType != typeof(Resource))
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => (Name: pair.Attribute!.Name ?? pair.Property.Name, Value: pair.Property.GetValue(this), pair.Property))
            .ToImmutableArray();
        var wrong = properties.Where(property => !typeof(IOutput).IsAssignableFrom(property.Property.PropertyType)).ToImmutableArray();
        if (wrong.Length > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong.Select(property => property.Name));
        }

        var missing = properties.Where(property => property.Value is null).ToImmutableArray();
        if (missing.Length > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing.Select(property => property.Name))}' have no value assigned. "
                    + "[Output] attributed properties must be assigned inside Stack constructor."
            );
        }

        RegisterOutputs(properties.ToImmutableDictionary(property => property.Name, property => property.Value));
    }

    private static ComponentResourceOptions Convert(StackOptions? options) =>
        new() { ResourceTransformations = options?.ResourceTransformations ?? [] };
}
