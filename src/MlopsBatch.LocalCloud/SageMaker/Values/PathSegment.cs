using System.Globalization;

namespace MlopsBatch.LocalCloud.SageMaker.Values;

/// <summary>One step of a path into JSON.</summary>
/// <param name="Name">A member's name, written <c>.name</c> or <c>['name']</c>.</param>
/// <param name="Index">A position in a list, from 0.</param>
/// <param name="IsKey">Whether the name stood in brackets; it then also finds an element of a list by its name.</param>
internal readonly record struct PathSegment(string? Name, int? Index, bool IsKey)
{
    public override string ToString() =>
        Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]")
        : IsKey ? $"['{Name}']"
        : "." + Name;
}
