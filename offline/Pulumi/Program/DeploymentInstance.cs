namespace Pulumi;

/// <summary>The deployment that the running code belongs to.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    public string OrganizationName => _deployment.Settings.OrganizationName;

    public string ProjectName => _deployment.Settings.ProjectName;

    public string StackName => _deployment.Settings.StackName;

    public string RootDirectory => _deployment.Settings.RootDirectory;

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;

    /// <summary>Calls a provider's function with plain arguments.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _deployment.InvokeAsync<T>(token, args, options);

    /// <summary>Calls a provider's function with inputs; the result is unknown while one of them is.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.Invoke<T>(token, args, options);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => _deployment.Invoke<T>(token, args, options);
}
