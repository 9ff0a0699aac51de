namespace MlopsBatch.Deploying;

/// <summary>Makes the stack for the SDK, which asks a service provider for it.</summary>
/// <param name="stack">Makes the stack; called once, inside the deployment, which reports what it throws.</param>
internal sealed class StackServices(Func<MlopsStack> stack) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(MlopsStack) ? stack() : null;
}
