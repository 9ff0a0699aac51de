using System.Reflection;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>
/// offline/Pulumi has nothing that the official package lacks, and says of no reference that it may be null, or not, where the
/// official one says otherwise. official-pulumi-api.txt is an excerpt of that package's public members (3.112), as reflection
/// shows them: the ones that this project uses. What may be null was read off the list of its interface that Pulumi publishes
/// (sdk/Pulumi/PublicAPI.Shipped.txt of pulumi/pulumi-dotnet) and, for what that lacks, off the members' declarations.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly Sdk = typeof(global::Pulumi.Deployment).Assembly;

    private static readonly string[] Official = File.ReadAllLines(
        Path.Combine(AppContext.BaseDirectory, "PulumiSdk", "official-pulumi-api.txt")
    );

    [Fact]
    public void The_SDK_has_every_member_that_is_listed() =>
        Official.Except(PublicSurface.Of(Sdk)).ShouldBeEmpty("listed as official, but not in the Pulumi assembly of this build");

    [Fact]
    public void The_stand_in_has_no_member_of_its_own()
    {
        if (IsStandIn)
        {
            PublicSurface.Of(Sdk).Except(Official).ShouldBeEmpty("in offline/Pulumi, but not in official-pulumi-api.txt");
        }
    }

    private static bool IsStandIn => StandIn.Is(Sdk);
}
