using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>Finds the registry that an ARN or a plain name is about: another account's, or one's own.</summary>
/// <param name="own">The account that asks.</param>
internal sealed class RegistryDirectory(CloudAccount own)
{
    private const int AccountPart = 4;

    public ModelRegistry For(string nameOrArn, Caller caller)
    {
        var parts = nameOrArn.Split(':');
        var account = parts.Length > AccountPart ? own.Cloud.Account(parts[AccountPart]) : own;
        return account.As(caller).Service<ModelRegistry>();
    }
}
