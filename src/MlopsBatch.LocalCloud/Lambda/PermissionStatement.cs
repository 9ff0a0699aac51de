using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>What AddPermission writes into a function's policy.</summary>
internal static class PermissionStatement
{
    public static JsonObject Of(string function, string id, string action, string principal, string? sourceArn, string? sourceAccount)
    {
        var isService = principal.Contains(".amazonaws.", StringComparison.Ordinal);
        var account = principal.Length == 12 && principal.All(char.IsAsciiDigit);
        var statement = new JsonObject
        {
            ["Sid"] = id,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject
            {
                [isService ? "Service" : "AWS"] = account ? $"arn:{function.Split(':')[1]}:iam::{principal}:root" : principal,
            },
            ["Action"] = action,
            ["Resource"] = function,
        };
        var conditions = new JsonObject();
        if (sourceAccount is not null)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = sourceAccount };
        }
        if (sourceArn is not null)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = sourceArn };
        }
        if (conditions.Count > 0)
        {
            statement["Condition"] = conditions;
        }
        return statement;
    }
}
