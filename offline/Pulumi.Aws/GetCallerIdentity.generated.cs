// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Threading.Tasks;

namespace Pulumi.Aws;

/// <summary>aws:index/getCallerIdentity:getCallerIdentity</summary>
public static class GetCallerIdentity
{
    public static Task<GetCallerIdentityResult> InvokeAsync(GetCallerIdentityArgs? args = null, InvokeOptions? options = null)
        => Deployment.Instance.InvokeAsync<GetCallerIdentityResult>("aws:index/getCallerIdentity:getCallerIdentity", args ?? new GetCallerIdentityArgs(), Utilities.Defaults(options));

    public static Output<GetCallerIdentityResult> Invoke(GetCallerIdentityInvokeArgs? args = null, InvokeOptions? options = null)
        => Deployment.Instance.Invoke<GetCallerIdentityResult>("aws:index/getCallerIdentity:getCallerIdentity", args ?? new GetCallerIdentityInvokeArgs(), Utilities.Defaults(options));

    public static Output<GetCallerIdentityResult> Invoke(GetCallerIdentityInvokeArgs args, InvokeOutputOptions options)
        => Deployment.Instance.Invoke<GetCallerIdentityResult>("aws:index/getCallerIdentity:getCallerIdentity", args ?? new GetCallerIdentityInvokeArgs(), Utilities.Defaults(options));
}

public sealed class GetCallerIdentityArgs : global::Pulumi.InvokeArgs
{
    [Input("id")] public string? Id { get; set; }
}

public sealed class GetCallerIdentityInvokeArgs : global::Pulumi.InvokeArgs
{
    [Input("id")] public Input<string>? Id { get; set; }
}

[OutputType]
public sealed class GetCallerIdentityResult
{
    public readonly string AccountId;
    public readonly string Arn;
    public readonly string Id;
    public readonly string UserId;

    [OutputConstructor]
    private GetCallerIdentityResult(string @accountId, string @arn, string @id, string @userId)
    {
        AccountId = @accountId;
        Arn = @arn;
        Id = @id;
        UserId = @userId;
    }
}
