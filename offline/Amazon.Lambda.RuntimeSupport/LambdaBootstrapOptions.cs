namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings for tests; in AWS the environment says them.</summary>
public class LambdaBootstrapOptions
{
    /// <summary><c>host:port</c> of the Runtime API; default: the variable AWS_LAMBDA_RUNTIME_API.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
