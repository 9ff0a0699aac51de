using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Platform;

namespace MlopsBatch.CiRights;

/// <summary>
/// The rights that CI's roles need for a stack, made from the resources that it declares: for each, the actions that making,
/// reading, changing and deleting it takes (<see cref="ResourceActionsTable"/>), on its name (<see cref="DeclaredArns"/>).
/// What doesn't come from resources (state, audit events, what is denied) stands in <c>eng/bootstrap</c>.
/// </summary>
/// <remarks>
/// Keys have no name, so their tags tell the stack's from others. KMS doesn't let the right to tag a new key be told from
/// the right to tag another one; the other key's policy has to let the account's IAM policies decide, too.
/// </remarks>
public sealed class CiPolicies
{
    /// <summary>Name of the boundary that <c>eng/bootstrap.sh</c> makes, where the settings name no other.</summary>
    public const string BootstrapBoundary = "mlops-batch-boundary";

    private readonly StackContext _context;
    private readonly EvaluatedStack _stack;
    private readonly DeclaredArns _arns;

    /// <param name="context">What the stack was evaluated with.</param>
    /// <param name="stack">What it declares.</param>
    /// <param name="account">The account that it is deployed in, twelve digits.</param>
    public CiPolicies(StackContext context, EvaluatedStack stack, string account)
    {
        (_context, _stack) = (context, stack);
        _arns = new(context, account);
        Boundary = context.Settings.Iam.PermissionsBoundary ?? _arns.OfIam($"policy/{BootstrapBoundary}");
        Deploy = PolicyPages.Of([.. OnResources(row => row.All), .. Keys(isDeploying: true), .. Roles(), .. PassRoles(), .. Leftovers()]);
        Preview = PolicyPages.Of([.. OnResources(row => _ => row.Read), .. Keys(isDeploying: false), .. Versions()]);
    }

    /// <summary>ARN of the boundary that every role has that the deploying role makes.</summary>
    public string Boundary { get; }

    /// <summary>For the role that deploys: policy documents, each short enough for a managed policy.</summary>
    public ImmutableArray<string> Deploy { get; }

    /// <summary>For the role that previews and looks for drift: reads what is declared, no data and no secret's value.</summary>
    public ImmutableArray<string> Preview { get; }

    private IEnumerable<RecordedResource> Declared =>
        _stack.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));

    private IEnumerable<CiStatement> OnResources(Func<ResourceActions, Func<JsonObject, IEnumerable<string>>> actions) =>
        Declared.SelectMany(resource =>
        {
            var needed = actions(ResourceActionsTable.Of(resource.Type))(resource.Inputs)
                .Except([.. ResourceActionsTable.WithinBoundary, .. ResourceActionsTable.WithinBoundaryIfTold, .. KeyCreation])
                .ToLookup(ResourceActionsTable.AccountWide.Contains);
            return new[]
            {
                new CiStatement("Everywhere", [.. needed[true]], ["*"]),
                new CiStatement(ResourceTypes.ShortName(resource.Type), [.. needed[false]], [.. _arns.Of(resource)]),
            };
        });

    private static readonly string[] KeyCreation = ["kms:CreateKey", "kms:TagResource"];

    /// <summary>Making keys with the stack's tags, looking after keys that have them, and what services do with them.</summary>
    private IEnumerable<CiStatement> Keys(bool isDeploying)
    {
        var anyKey = _arns.Of("kms", "key/*");
        var keys = Declared.Where(resource => resource.Type is ResourceTypes.Key).ToList();
        foreach (var key in keys)
        {
            var row = ResourceActionsTable.Of(key.Type);
            var needed = (isDeploying ? [.. row.All(key.Inputs), "kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"] : row.Read)
                .Except(["kms:CreateKey"])
                .ToImmutableSortedSet();
            yield return new("Key", needed, [anyKey]) { Condition = Tagged("aws:ResourceTag", key) };
            if (isDeploying)
            {
                yield return new("MakeKey", [.. KeyCreation], ["*"]) { Condition = Tagged("aws:RequestTag", key) };
            }
        }

        // A function's variables are encrypted: who may not decrypt them sees drift where there is none.
        var through = Declared
            .Select(resource => (Service: ResourceActionsTable.Of(resource.Type).UsesKeyThrough, Key: KeyOf(resource)))
            .Where(use => use.Service is not null && use.Key is not null && (isDeploying || use.Service == "lambda"))
            .ToList();
        var partition = Partition.OfRegion(_context.Region);
        var services = through
            .Select(use => partition.ServiceHost(use.Service!, _context.Region))
            .Distinct()
            .Order(StringComparer.Ordinal);
        string[] used = isDeploying
            ? ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]
            : ["kms:Decrypt"];
        var given = through
            .Select(use => use.Key!)
            .Where(key => !keys.Any(own => own.Id == Arn.Parse(key).ResourceId))
            .ToImmutableSortedSet();
        var via = new JsonObject { ["kms:ViaService"] = new JsonArray([.. services.Select(service => (JsonNode)service)]) };
        yield return new("UseGivenKey", [.. used], given) { Condition = new() { ["StringEquals"] = via } };
        foreach (var key in keys.Where(_ => through.Count > 0))
        {
            var condition = Tagged("aws:ResourceTag", key);
            condition["StringEquals"]!["kms:ViaService"] = via["kms:ViaService"]!.DeepClone();
            yield return new("UseKey", [.. used], [anyKey]) { Condition = condition };
        }
    }

    private static string? KeyOf(RecordedResource resource) =>
        resource.Text("kmsKeyArn") ?? resource.Text("kmsKeyId") ?? resource.Text("kmsKeyIdentifier");

    /// <summary>The tags that say whose a key is; settings may give them other values.</summary>
    private static JsonObject Tagged(string condition, RecordedResource key) =>
        new()
        {
            ["StringEquals"] = new JsonObject(
                new[] { "project", "environment" }.Select(tag =>
                    KeyValuePair.Create($"{condition}/{tag}", (JsonNode?)key.Inputs["tags"]![tag]!.ToString())
                )
            ),
        };

    /// <summary>
    /// What changes a role's rights, while it has the boundary: else the deploying role could make itself an administrator.
    /// </summary>
    private IEnumerable<CiStatement> Roles() =>
        Declared
            .Where(resource => resource.Type is ResourceTypes.Role or ResourceTypes.RolePolicy or ResourceTypes.PolicyAttachment)
            .SelectMany(role =>
                new[]
                {
                    (Test: "StringEquals", Actions: ResourceActionsTable.WithinBoundary),
                    (Test: "StringEqualsIfExists", Actions: ResourceActionsTable.WithinBoundaryIfTold),
                }.Select(rule => new CiStatement(
                    "WithinBoundary",
                    [.. ResourceActionsTable.Of(role.Type).All(role.Inputs).Intersect(rule.Actions)],
                    [.. _arns.Of(role)]
                )
                {
                    Condition = new() { [rule.Test] = new JsonObject { ["iam:PermissionsBoundary"] = Boundary } },
                })
            );

    /// <summary>Handing the stack's roles to the services that take them, and to no other.</summary>
    private IEnumerable<CiStatement> PassRoles()
    {
        var own = Declared.Where(resource => resource.Type is ResourceTypes.Role).ToLookup(role => role.Text("name"));
        foreach (var resource in Declared)
        {
            if (ResourceActionsTable.Of(resource.Type).PassesRoleTo is { } service && RoleOf(resource) is { } arn)
            {
                var role = own[Arn.Parse(arn).Name].FirstOrDefault();
                yield return new("PassRole", ["iam:PassRole"], role is null ? [arn] : [.. _arns.Of(role)])
                {
                    Condition = new() { ["StringEquals"] = new JsonObject { ["iam:PassedToService"] = service } },
                };
            }
        }
    }

    private static string? RoleOf(RecordedResource resource) =>
        (resource.Text("roleArn") ?? resource.Text("role") ?? resource.Inputs["target"]?["roleArn"]?.ToString()) is { } text
        && Arn.IsOf("iam", text)
            ? text
            : null;

    /// <summary>Looking up approved versions where that takes no other role: see <see cref="Registry.RegistryApprovedModels"/>.</summary>
    private IEnumerable<CiStatement> Versions() =>
        _context.Settings.Registry?.ReaderRoleArn is null && _context.Settings.Has(AccountRole.Deploy)
            ? _context.Settings.Models.Select(model => new CiStatement(
                "ReadVersions",
                ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
                [RegistryArn($"model-package-group/{Models.GroupOf(model)}"), RegistryArn($"model-package/{Models.GroupOf(model)}/*")]
            ))
            : [];

    private string RegistryArn(string resource) =>
        _context.Settings.Registry is { } registry
            ? Partition.OfRegion(_context.Region).Arn("sagemaker", _context.Region, registry.AccountId, resource).ToString()
            : _arns.Of("sagemaker", resource);

    /// <summary>Versions, and deleting what batch inference leaves (<c>./mlops cleanup</c>).</summary>
    private IEnumerable<CiStatement> Leftovers()
    {
        if (!_context.Settings.Has(AccountRole.Deploy))
        {
            yield break;
        }

        foreach (var versions in Versions())
        {
            yield return versions;
        }

        var left = _arns.Of("sagemaker", "model/pipelines-*");
        yield return new("Everywhere", ["sagemaker:ListModels"], ["*"]);
        yield return new("TellLeftModels", ["sagemaker:ListTags"], [left]);
        yield return new("DeleteLeftModels", ["sagemaker:DeleteModel"], [left])
        {
            Condition = new()
            {
                ["StringEquals"] = new JsonObject
                {
                    ["aws:ResourceTag/environment"] = Account.TagValues(_context, model: null)["environment"],
                },
            },
        };
    }
}
