using MlopsBatch.Registry;

namespace MlopsBatch.Deploying;

/// <summary>Makes the stack for the SDK, which asks a service provider for it.</summary>
/// <param name="context">Reads what the program is told; called once, inside the deployment.</param>
/// <param name="approvedModels">Makes the look-up of approved versions.</param>
public sealed class StackServices(Func<StackContext> context, Func<StackContext, IApprovedModels> approvedModels) : IServiceProvider
{
    /// <summary>Services that are known already: tests and offline evaluation.</summary>
    public StackServices(StackContext context, IApprovedModels approvedModels)
        : this(() => context, _ => approvedModels) { }

    /// <summary>The stack that was made; null before it was asked for.</summary>
    public MlopsStack? Stack { get; private set; }

    public object? GetService(Type serviceType)
    {
        if (serviceType != typeof(MlopsStack))
        {
            return null;
        }

        var told = context();
        return Stack = new MlopsStack(told, approvedModels(told));
    }
}
