namespace MlopsBatch.Tests.CiRights;

/// <summary>One action of IAM.</summary>
/// <param name="Levels">Such as <c>Read</c> or <c>Permissions management, Write</c>.</param>
/// <param name="HasResource">Whether it can be narrowed to a resource.</param>
/// <param name="Keys">The condition keys that concern us.</param>
internal sealed record IamAction(string Levels, bool HasResource, IReadOnlyList<string> Keys)
{
    public bool Changes => !Levels.Split(", ").All(level => level is "Read" or "List");
}
