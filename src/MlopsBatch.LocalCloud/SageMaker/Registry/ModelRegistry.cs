using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>The model registry of one account. Safe for use from several threads.</summary>
public sealed partial class ModelRegistry : AccountService
{
    private static readonly string[] NotStored = ["ModelPackageName", "ModelPackageGroupName", "ClientToken", "Tags"];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ModelPackageGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, ModelPackage>> _packages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastVersions = new(StringComparer.Ordinal);
    private readonly ShapeValidator _shapes = new(new ApiModel());

    internal ModelRegistry(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a group.</summary>
    /// <param name="name">1 to 63 letters, digits and hyphens.</param>
    /// <exception cref="CloudException">ValidationException for the name, or because there is such a group.</exception>
    public ModelPackageGroup CreateModelPackageGroup(string name)
    {
        if (!GroupName().IsMatch(name))
        {
            throw new CloudException(
                "ValidationException",
                $"'{name}' is no name of a model package group; it must be 1 to 63 letters, digits and hyphens."
            );
        }
        Authorize("sagemaker:CreateModelPackageGroup", Arn("model-package-group", name));
        lock (_lock)
        {
            var group = new ModelPackageGroup(name, Arn("model-package-group", name), Time.GetUtcNow());
            if (!_groups.TryAdd(name, group))
            {
                throw new CloudException("ValidationException", $"There is a model package group '{name}' already.");
            }
            _packages[name] = [];
            return group;
        }
    }

    /// <summary>Sets or, with null, takes away who else may use a group and its versions.</summary>
    public void PutModelPackageGroupPolicy(string nameOrArn, string? policy)
    {
        lock (_lock)
        {
            var group = Group(nameOrArn);
            Authorize(policy is null ? "sagemaker:DeleteModelPackageGroupPolicy" : "sagemaker:PutModelPackageGroupPolicy", group.Arn);
            _groups[group.Name] = group with { Policy = policy };
        }
    }

    /// <summary>All groups, by name.</summary>
    public IReadOnlyList<ModelPackageGroup> ListModelPackageGroups()
    {
        Authorize("sagemaker:ListModelPackageGroups", "*");
        lock (_lock)
        {
            return [.. _groups.Values.OrderBy(group => group.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>A group by its name or ARN.</summary>
    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public ModelPackageGroup DescribeModelPackageGroup(string nameOrArn)
    {
        lock (_lock)
        {
            return Group(nameOrArn);
        }
    }

    /// <summary>Deletes a group without versions.</summary>
    /// <exception cref="CloudException">ResourceNotFound, or ConflictException while it has versions.</exception>
    public void DeleteModelPackageGroup(string nameOrArn)
    {
        lock (_lock)
        {
            var group = Group(nameOrArn);
            Authorize("sagemaker:DeleteModelPackageGroup", group.Arn, group.Policy);
            if (_packages[group.Name].Count > 0)
            {
                throw new CloudException(
                    "ConflictException",
                    $"The model package group '{group.Name}' has {_packages[group.Name].Count} versions; delete them first."
                );
            }
            _groups.Remove(group.Name);
        }
    }

    /// <summary>Registers a version.</summary>
    /// <param name="request">CreateModelPackage's members.</param>
    /// <exception cref="CloudException">ValidationException with all faults, or ResourceNotFound for the group.</exception>
    public ModelPackage CreateModelPackage(JsonObject request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check("CreateModelPackageInput", request, "The model version can't be registered", Faults(request));
        ModelPackage package;
        lock (_lock)
        {
            var group = Group(request["ModelPackageGroupName"]!.ToString());
            Authorize("sagemaker:CreateModelPackage", group.Arn, group.Policy, Status(request));
            var version = _lastVersions[group.Name] = _lastVersions.GetValueOrDefault(group.Name) + 1;
            var now = Time.GetUtcNow();
            var arn = Arn("model-package", string.Create(CultureInfo.InvariantCulture, $"{group.Name}/{version}"));
            var description = (JsonObject)request.DeepClone();
            foreach (var name in NotStored)
            {
                description.Remove(name);
            }
            description["ModelPackageGroupName"] = group.Name;
            description["ModelPackageVersion"] = version;
            description["ModelPackageArn"] = arn;
            description["ModelPackageStatus"] = "Completed";
            description["ModelPackageStatusDetails"] = new JsonObject
            {
                ["ValidationStatuses"] = new JsonArray(),
                ["ImageScanStatuses"] = new JsonArray(),
            };
            description["CertifyForMarketplace"] = false;
            description["ModelApprovalStatus"] ??= ModelPackage.Pending;
            package = new ModelPackage(
                arn,
                group.Name,
                version,
                description["ModelApprovalStatus"]!.ToString(),
                now,
                now,
                Stamp(description, now, now)
            );
            _packages[group.Name].Add(version, package);
        }
        Account.Events.Publish(package, null);
        return package;
    }

    /// <summary>A version by its ARN.</summary>
    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public ModelPackage DescribeModelPackage(string arn)
    {
        lock (_lock)
        {
            Authorize("sagemaker:DescribeModelPackage", arn, PolicyOf(arn));
            return Package(arn);
        }
    }

    private ModelPackage Package(string arn) =>
        _packages.Values.SelectMany(versions => versions.Values).FirstOrDefault(package => package.Arn == arn)
        ?? throw new CloudException(
            "ResourceNotFound",
            "There is no model package "
                + $"'{arn}'.{DidYouMean.Hint(arn, _packages.Values.SelectMany(versions => versions.Values).Select(package => package.Arn))}"
        );

    /// <summary>The policy of the group that a version is in; null if it has none.</summary>
    private string? PolicyOf(string packageArn) =>
        _groups.GetValueOrDefault(packageArn.Split('/') is [_, var group, ..] ? group : "")?.Policy;

    /// <summary>The versions of a group by time of creation, the oldest first as the API does by default.</summary>
    /// <param name="groupNameOrArn">The group.</param>
    /// <param name="approvalStatus">Only those in this status.</param>
    /// <param name="descending">The newest first.</param>
    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public IReadOnlyList<ModelPackage> ListModelPackages(string groupNameOrArn, string? approvalStatus = null, bool descending = false)
    {
        lock (_lock)
        {
            var group = Group(groupNameOrArn);
            Authorize("sagemaker:ListModelPackages", group.Arn, group.Policy);
            var found = _packages[group.Name].Values.Where(package => approvalStatus is null || package.ApprovalStatus == approvalStatus);
            return [.. descending ? found.Reverse() : found];
        }
    }

    /// <summary>Approves or rejects a version.</summary>
    /// <param name="arn">The version.</param>
    /// <param name="approvalStatus">Approved, Rejected or PendingManualApproval.</param>
    /// <param name="approvalDescription">Why; at most 1024 characters.</param>
    /// <exception cref="CloudException">ResourceNotFound or ValidationException.</exception>
    public ModelPackage UpdateModelPackage(string arn, string approvalStatus, string? approvalDescription = null)
    {
        var request = new JsonObject { ["ModelPackageArn"] = arn, ["ModelApprovalStatus"] = approvalStatus };
        if (approvalDescription is not null)
        {
            request["ApprovalDescription"] = approvalDescription;
        }
        return UpdateModelPackage(request);
    }

    /// <summary>Updates a version.</summary>
    /// <param name="request">UpdateModelPackage's members.</param>
    /// <exception cref="CloudException">ResourceNotFound, or ValidationException with all faults.</exception>
    public ModelPackage UpdateModelPackage(JsonObject request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check("UpdateModelPackageInput", request, "The model version can't be updated", []);
        ModelPackage updated;
        lock (_lock)
        {
            var package = Package(request["ModelPackageArn"]!.ToString());
            Authorize("sagemaker:UpdateModelPackage", package.Arn, PolicyOf(package.Arn), Status(request));
            var now = Time.GetUtcNow();
            var description = ModelPackageUpdate.Apply(package.Description, request);
            description["LastModifiedBy"] = new JsonObject
            {
                ["IamIdentity"] = new JsonObject { ["Arn"] = Caller.Principal.ToString(), ["PrincipalId"] = Caller.Principal.Name },
            };
            updated = package with
            {
                ApprovalStatus = description["ModelApprovalStatus"]!.ToString(),
                LastModifiedTime = now,
                Description = Stamp(description, package.CreationTime, now),
            };
            _packages[package.GroupName][package.Version] = updated;
        }
        Account.Events.Publish(updated, ModelPackageUpdate.Fields(request));
        return updated;
    }

    /// <summary>Deletes a version.</summary>
    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public void DeleteModelPackage(string arn)
    {
        lock (_lock)
        {
            var package = Package(arn);
            Authorize("sagemaker:DeleteModelPackage", package.Arn, PolicyOf(package.Arn));
            _packages[package.GroupName].Remove(package.Version);
        }
    }

    private IEnumerable<string> Faults(JsonObject request)
    {
        if (!request.ContainsKey("ModelPackageGroupName"))
        {
            yield return "ModelPackageGroupName is missing; the local cloud keeps versions in groups only";
        }
        if (request.ContainsKey("Tags"))
        {
            yield return "Tags can't be given for a version; tag its group";
        }
        foreach (var container in (request["InferenceSpecification"]?["Containers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (S3Uri.TryParse(container["ModelDataUrl"]?.ToString(), out var uri) && Account.As(Caller).S3.Find(uri) is null)
            {
                yield return $"could not find model data at {uri}";
            }
        }
    }

    private void Check(string shape, JsonObject request, string subject, IEnumerable<string> more)
    {
        var faults = new List<string>();
        _shapes.Validate(shape, request, null, _ => null, (place, fault) => faults.Add($"{place["Arguments.".Length..]} {fault}"));
        faults.AddRange(more);
        if (faults.Count > 0)
        {
            throw new CloudException("ValidationException", subject, faults);
        }
    }

    private ModelPackageGroup Group(string nameOrArn) =>
        _groups.TryGetValue(nameOrArn.Split('/')[^1], out var group) && (nameOrArn == group.Name || nameOrArn == group.Arn)
            ? group
            : throw new CloudException(
                "ResourceNotFound",
                $"There is no model package group '{nameOrArn}' in account {Account.Id}.{DidYouMean.Hint(nameOrArn, _groups.Keys)}"
            );

    /// <summary>What policies can ask about a version that is made or changed: the status that the request gives it, if it does.</summary>
    private static ImmutableDictionary<string, string> Status(JsonObject request) =>
        request["ModelApprovalStatus"] is { } status
            ? ImmutableDictionary<string, string>.Empty.Add("sagemaker:ModelApprovalStatus", status.ToString())
            : ImmutableDictionary<string, string>.Empty;

    private string Arn(string kind, string name) => Account.Arn("sagemaker", $"{kind}/{name}");

    private static JsonObject Stamp(JsonObject description, DateTimeOffset created, DateTimeOffset modified)
    {
        description["CreationTime"] = CloudEvent.Timestamp(created);
        description["LastModifiedTime"] = CloudEvent.Timestamp(modified);
        return description;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupName();
}
