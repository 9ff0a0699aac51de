using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Provider;

/// <summary>The functions of the provider: what an account says of itself.</summary>
internal static class ProviderFunctions
{
    /// <exception cref="CloudException">UnknownFunction.</exception>
    public static JsonObject Call(CloudAccount account, string token) =>
        token switch
        {
            "aws:index/getCallerIdentity:getCallerIdentity" => new JsonObject
            {
                ["accountId"] = account.Id,
                ["arn"] = account.Root.Principal.Arn,
                ["id"] = account.Id,
                ["userId"] = account.Id,
            },
            "aws:index/getRegion:getRegion" => new JsonObject
            {
                ["description"] = account.Region,
                ["endpoint"] = $"ec2.{account.Region}.amazonaws.com",
                ["id"] = account.Region,
                ["name"] = account.Region,
                ["region"] = account.Region,
            },
            "aws:index/getPartition:getPartition" => new JsonObject
            {
                ["dnsSuffix"] = Aws.Partition.OfRegion(account.Region).DnsSuffix,
                ["id"] = account.Cloud.Partition,
                ["partition"] = account.Cloud.Partition,
            },
            _ => throw new CloudException("UnknownFunction", $"The local cloud doesn't know the function {token}."),
        };
}
