using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MlopsBatch.CiRights;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.CiRights;

/// <summary>The table of actions against the program's own code, and against AWS's list of actions.</summary>
public class ResourceActionsTableTests
{
    [Fact]
    public void Every_resource_that_the_program_can_make_has_a_row()
    {
        var made = MadeClasses();
        made.Count.ShouldBeGreaterThan(30);
        made.Order().ShouldBe(ResourceActionsTable.All.Select(row => ResourceTypes.ShortName(row.Type)).Order());
    }

    [Fact]
    public void Every_action_is_one_of_AWS()
    {
        ResourceActionsTable.All.SelectMany(Actions).Concat(ResourceActionsTable.AccountWide).Except(IamActions.All.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_only_read_changes_nothing()
    {
        ResourceActionsTable.All.SelectMany(row => row.Read).Where(action => IamActions.All[action].Changes).ShouldBeEmpty();
        ResourceActionsTable.All.SelectMany(row => row.Read).ShouldNotContain("secretsmanager:GetSecretValue");
    }

    /// <summary>One is listed as narrowed to an alarm, yet asks about all alarms unless the request is about some.</summary>
    [Fact]
    public void Only_what_AWS_narrows_to_no_resource_is_asked_for_on_all()
    {
        var unscopable = ResourceActionsTable
            .All.SelectMany(Actions)
            .Append("sagemaker:ListModels")
            .Where(action => !IamActions.All[action].HasResource);
        unscopable.Append("cloudwatch:DescribeAlarms").Distinct().Order().ShouldBe(ResourceActionsTable.AccountWide.Order());
    }

    [Fact]
    public void Whatever_IAM_holds_to_a_boundary_is_held_to_it()
    {
        var held = ResourceActionsTable
            .All.SelectMany(Actions)
            .Where(action => IamActions.All[action].Changes && IamActions.All[action].Keys.Contains("iam:PermissionsBoundary"));
        held.Distinct()
            .Order()
            .ShouldBe(ResourceActionsTable.WithinBoundary.Concat(ResourceActionsTable.WithinBoundaryIfTold).Order());
    }

    private static IEnumerable<string> Actions(ResourceActions row) => row.All([]).Concat(row.Where.Values.SelectMany(extra => extra));

    /// <summary>Pulumi.Aws's classes that the stack's program calls the constructor of, read from its compiled code.</summary>
    private static HashSet<string> MadeClasses()
    {
        using var file = new PEReader(File.OpenRead(typeof(MlopsStack).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => metadata.StringComparer.Equals(member.Name, ".ctor") && member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => metadata.GetTypeReference((TypeReferenceHandle)member.Parent))
                .Where(type =>
                    metadata.GetString(type.Namespace) is var space
                    && space.StartsWith("Pulumi.Aws.", StringComparison.Ordinal)
                    && !space.EndsWith(".Inputs", StringComparison.Ordinal)
                    && !metadata.GetString(type.Name).EndsWith("Args", StringComparison.Ordinal)
                )
                .Select(type => metadata.GetString(type.Name)),
        ];
    }
}
