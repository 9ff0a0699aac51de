using System.Web;

namespace MlopsBatch.TestSupport.Aws;

/// <summary>A request that an <see cref="AwsServer"/> got.</summary>
/// <param name="Target">Value of <c>X-Amz-Target</c>; empty in the Query protocol.</param>
/// <param name="Path">The path.</param>
/// <param name="Body">The body.</param>
/// <param name="SignatureFault">What is wrong with the signature; null if nothing.</param>
public sealed record AwsCall(string Target, string Path, string Body, string? SignatureFault)
{
    /// <summary>A field of a body in the Query protocol.</summary>
    public string? Field(string name) => HttpUtility.ParseQueryString(Body)[name];
}
