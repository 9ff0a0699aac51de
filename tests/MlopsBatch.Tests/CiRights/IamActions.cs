using System.Collections.Immutable;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.CiRights;

/// <summary>The actions that AWS knows, as the Service Authorization Reference lists them (iam-actions.tsv).</summary>
internal static class IamActions
{
    public static ImmutableDictionary<string, IamAction> All { get; } =
        File.ReadLines(Path.Combine(TestStacks.Root.FullName, "tests", "MlopsBatch.Tests", "CiRights", "iam-actions.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToImmutableDictionary(
                fields => fields[0],
                fields => new IamAction(fields[1], fields[2] == "resource", fields is [_, _, _, var keys] ? keys.Split(' ') : [])
            );
}
