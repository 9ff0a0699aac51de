using System.Globalization;
using System.Xml.Linq;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.LocalCloud.Http.Sts;

/// <summary>STS: who am I, and becoming somebody else.</summary>
internal sealed class StsApi : QueryApi
{
    private const int DefaultSeconds = 3600;

    public StsApi(AccessKeys keys)
        : base("https://sts.amazonaws.com/doc/2011-06-15/")
    {
        Add("GetCallerIdentity", (call, _) => Identity(call.Key));
        Add("AssumeRole", (call, form) => AssumeRole(call, form, keys));
    }

    /// <inheritdoc/>
    public override string Service => "sts";

    private static IEnumerable<XElement> Identity(AccessKey key) =>
        [new("Arn", key.Principal.ToString()), new("UserId", key.UserId), new("Account", key.AccountId)];

    private static IEnumerable<XElement> AssumeRole(ServiceCall call, QueryForm form, AccessKeys keys)
    {
        var role = form.Get("RoleArn");
        var seconds = form.Number("DurationSeconds", 900, 43200) ?? DefaultSeconds;
        var session = call.Owner(role).Service<IamService>().AssumeRole(role, form.Get("RoleSessionName"));
        var key = keys.IssueSession(session.Principal, TimeSpan.FromSeconds(seconds));
        return
        [
            new(
                "Credentials",
                new XElement("AccessKeyId", key.Id),
                new XElement("SecretAccessKey", key.Secret),
                new XElement("SessionToken", key.SessionToken),
                new XElement(
                    "Expiration",
                    key.Expiration!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                )
            ),
            new("AssumedRoleUser", new XElement("Arn", key.Principal.ToString()), new XElement("AssumedRoleId", key.UserId)),
        ];
    }
}
