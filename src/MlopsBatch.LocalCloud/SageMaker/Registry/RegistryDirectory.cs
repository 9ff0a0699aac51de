namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>Finds the registry that an ARN or a plain name is about: another account's, or one's own.</summary>
/// <param name="own">The account that asks.</param>
/// <param name="registryOf">The registry of an account by its number.</param>
internal sealed class RegistryDirectory(string own, Func<string, ModelRegistry> registryOf)
{
    private const int AccountPart = 4;

    public ModelRegistry For(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        return registryOf(parts.Length > AccountPart ? parts[AccountPart] : own);
    }
}
