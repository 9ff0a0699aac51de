using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace MlopsBatch.Pipelines.Tests;

/// <summary>The definitions as they were reviewed: a change of one is a change of what gets deployed.</summary>
public class SnapshotTests
{
    [Theory]
    [MemberData(nameof(Definitions.Rows), MemberType = typeof(Definitions))]
    public void Definition(string name, DataQualityEngine engine) =>
        Snapshot.Match(Definitions.Named(name, engine).ToJson(), SnapshotNameExtension.Create(name, engine.ToString()));
}
