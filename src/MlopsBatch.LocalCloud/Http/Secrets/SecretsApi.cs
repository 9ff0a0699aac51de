using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Secrets;

namespace MlopsBatch.LocalCloud.Http.Secrets;

/// <summary>Secrets Manager: values of secrets that a stack has made.</summary>
internal sealed class SecretsApi : JsonApi
{
    public SecretsApi()
        : base("1.1")
    {
        Add("GetSecretValue", Get);
        Add("PutSecretValue", Put);
    }

    /// <inheritdoc/>
    public override string Service => "secretsmanager";

    /// <inheritdoc/>
    protected override string TargetPrefix => "secretsmanager";

    private static JsonObject Get(ServiceCall call, JsonObject input)
    {
        var secret = SecretsOf(call, input, out var id).GetSecretValue(id);
        return new JsonObject
        {
            ["ARN"] = secret.Arn,
            ["Name"] = secret.Name,
            ["VersionId"] = secret.VersionId,
            ["SecretString"] = secret.Value,
            ["VersionStages"] = new JsonArray("AWSCURRENT"),
        };
    }

    private static JsonObject Put(ServiceCall call, JsonObject input)
    {
        var service = SecretsOf(call, input, out var id);
        var value =
            input["SecretString"]?.GetValue<string>()
            ?? throw new CloudException("InvalidParameterException", "SecretString is missing; the local cloud keeps texts only.");
        var version = service.PutSecretValue(id, value);
        var secret = service.Find(id);
        return new JsonObject
        {
            ["ARN"] = secret.Arn,
            ["Name"] = secret.Name,
            ["VersionId"] = version,
            ["VersionStages"] = new JsonArray("AWSCURRENT"),
        };
    }

    private static SecretsService SecretsOf(ServiceCall call, JsonObject input, out string id)
    {
        id = input["SecretId"]?.GetValue<string>() ?? throw new CloudException("InvalidParameterException", "SecretId is missing.");
        return call.Owner(id.StartsWith("arn:", StringComparison.Ordinal) ? id : null).Service<SecretsService>();
    }
}
