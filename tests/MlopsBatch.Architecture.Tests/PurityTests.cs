using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace MlopsBatch.Architecture.Tests;

/// <summary>What the ground floor may not touch.</summary>
public sealed class PurityTests
{
    private static readonly ArchUnitNET.Domain.Architecture Ground = new ArchLoader()
        .LoadAssemblies(System.Reflection.Assembly.Load("MlopsBatch.Pipelines"), System.Reflection.Assembly.Load("MlopsBatch.Events"))
        .Build();

    [Fact]
    public void The_ground_floor_does_no_input_or_output() =>
        Types()
            .That()
            .ResideInNamespaceMatching(@"^MlopsBatch\.")
            .Should()
            .NotDependOnAny(
                Types()
                    .That()
                    .HaveFullNameMatching(
                        @"^System\.IO\.(File|Directory|FileInfo|DirectoryInfo|FileStream)$|^System\.Net\."
                            + @"|^System\.Diagnostics\.Process$|^System\.TimeProvider$"
                    )
            )
            .WithoutRequiringPositiveResults()
            .Check(Ground);
}
