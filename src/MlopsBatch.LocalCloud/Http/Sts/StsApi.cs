using System.Xml.Linq;
using MlopsBatch.LocalCloud.Http.Protocols;

namespace MlopsBatch.LocalCloud.Http.Sts;

/// <summary>STS: who am I, and becoming somebody else.</summary>
internal sealed class StsApi : QueryApi
{
    public StsApi()
        : base("https://sts.amazonaws.com/doc/2011-06-15/") => Add("GetCallerIdentity", (call, _) => Identity(call.Key));

    /// <inheritdoc/>
    public override string Service => "sts";

    private static IEnumerable<XElement> Identity(AccessKey key) =>
        [new("Arn", key.Principal.ToString()), new("UserId", key.UserId), new("Account", key.AccountId)];
}
