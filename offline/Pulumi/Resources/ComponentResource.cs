using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A named group of resources, made by a class of the program.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options) { }

    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
        if (remote)
        {
            throw new RunException(
                $"Component '{name}' of type '{type}' is remote; the offline stand-in of Pulumi has no remote components. "
                    + $"{Deployment.UseOfficialPackages}"
            );
        }
    }

    /// <summary>Says that all children are registered; components without outputs, too, call it last.</summary>
    protected void RegisterOutputs() => RegisterOutputs(ImmutableDictionary<string, object?>.Empty);

    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.Current.RegisterOutputs(this, outputs);
}
