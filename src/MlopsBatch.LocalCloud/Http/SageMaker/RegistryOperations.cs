using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>What is asked of the model registry.</summary>
internal static class RegistryOperations
{
    public static JsonObject CreateGroup(ServiceCall call, JsonObject input) =>
        new()
        {
            ["ModelPackageGroupArn"] = call.Account.SageMaker.Registry.CreateModelPackageGroup(input.Text("ModelPackageGroupName")!).Arn,
        };

    public static JsonObject ListGroups(ServiceCall call, JsonObject input)
    {
        var part = input.Text("NameContains") ?? "";
        var found = call
            .Account.SageMaker.Registry.ListModelPackageGroups()
            .Where(group => group.Name.Contains(part, StringComparison.Ordinal))
            .Where(group => input.IsWithin("CreationTimeAfter", "CreationTimeBefore", group.CreationTime));
        var sorted = input.Text("SortBy") == "Name" ? found : found.OrderBy(group => group.CreationTime);
        return Page.Of(
            input,
            "ModelPackageGroupSummaryList",
            sorted.Sorted(input, "Ascending").Select(group => (group.Name, Summary(group)))
        );
    }

    public static JsonObject DescribeGroup(ServiceCall call, JsonObject input)
    {
        var group = Owner(call, input, "ModelPackageGroupName").DescribeModelPackageGroup(input.Text("ModelPackageGroupName")!);
        var described = Summary(group);
        described["CreatedBy"] = new JsonObject();
        return described;
    }

    public static JsonObject DeleteGroup(ServiceCall call, JsonObject input)
    {
        Owner(call, input, "ModelPackageGroupName").DeleteModelPackageGroup(input.Text("ModelPackageGroupName")!);
        return [];
    }

    public static JsonObject Create(ServiceCall call, JsonObject input) =>
        new() { ["ModelPackageArn"] = Owner(call, input, "ModelPackageGroupName").CreateModelPackage(input).Arn };

    public static JsonObject List(ServiceCall call, JsonObject input)
    {
        var group = input.Text("ModelPackageGroupName");
        if (group is null)
        {
            // Without a group the service lists versions that are in none, and this one keeps none of those.
            return Page.Of(input, "ModelPackageSummaryList", []);
        }
        var part = input.Text("NameContains") ?? "";
        var found = Owner(call, input, "ModelPackageGroupName")
            .ListModelPackages(group, input.Text("ModelApprovalStatus"))
            .Where(package => package.GroupName.Contains(part, StringComparison.Ordinal))
            .Where(package => input.IsWithin("CreationTimeAfter", "CreationTimeBefore", package.CreationTime));
        return Page.Of(
            input,
            "ModelPackageSummaryList",
            found.Sorted(input, "Ascending").Select(package => (package.Arn, Summary(package)))
        );
    }

    public static JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var package = Owner(call, input, "ModelPackageName").DescribeModelPackage(input.Text("ModelPackageName")!);
        var described = (JsonObject)package.Description.DeepClone();
        described["ModelPackageName"] = package.GroupName;
        return described;
    }

    public static JsonObject Update(ServiceCall call, JsonObject input) =>
        new() { ["ModelPackageArn"] = Owner(call, input, "ModelPackageArn").UpdateModelPackage(input).Arn };

    public static JsonObject Delete(ServiceCall call, JsonObject input)
    {
        Owner(call, input, "ModelPackageName").DeleteModelPackage(input.Text("ModelPackageName")!);
        return [];
    }

    private static JsonObject Summary(ModelPackageGroup group) =>
        new()
        {
            ["ModelPackageGroupName"] = group.Name,
            ["ModelPackageGroupArn"] = group.Arn,
            ["CreationTime"] = Wire.Time(group.CreationTime),
            ["ModelPackageGroupStatus"] = "Completed",
        };

    private static JsonObject Summary(ModelPackage package) =>
        new()
        {
            ["ModelPackageGroupName"] = package.GroupName,
            ["ModelPackageVersion"] = package.Version,
            ["ModelPackageArn"] = package.Arn,
            ["ModelPackageDescription"] = package.Description["ModelPackageDescription"]?.ToString(),
            ["CreationTime"] = Wire.Time(package.CreationTime),
            ["ModelPackageStatus"] = package.Description["ModelPackageStatus"]?.ToString(),
            ["ModelApprovalStatus"] = package.ApprovalStatus,
        };

    private static ModelRegistry Owner(ServiceCall call, JsonObject input, string member) =>
        call.Owner(input.Text(member)).SageMaker.Registry;
}
