namespace MlopsBatch.Platform.Iam;

/// <summary>Someone who is being given permissions. The owner of a resource hands out the smallest that does.</summary>
internal sealed class Grantee
{
    private readonly List<Statement> _statements = [];

    public IReadOnlyList<Statement> Statements => _statements;

    public void Add(Statement statement) => _statements.Add(statement);

    /// <summary>Actions that AWS lets nobody narrow to a resource.</summary>
    public void AddUnscopable(UnscopableAction actions) => _statements.Add(actions.Statement);

    /// <summary>Runs grants against a fresh grantee.</summary>
    public static Grantee Of(IEnumerable<Action<Grantee>> grants)
    {
        var grantee = new Grantee();
        foreach (var grant in grants)
        {
            grant(grantee);
        }

        return grantee;
    }
}
