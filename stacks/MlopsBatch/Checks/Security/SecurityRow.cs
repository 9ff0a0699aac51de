using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>One row of the security checklist.</summary>
/// <param name="Number">1 to 55.</param>
/// <param name="Area">The service.</param>
/// <param name="Demand">What is demanded, in our words.</param>
/// <param name="Subjects">Names of what it is about.</param>
/// <param name="Offenders">Names of what doesn't do so.</param>
internal sealed record SecurityRow(
    int Number,
    string Area,
    string Demand,
    Func<DeclaredStack, IEnumerable<string>> Subjects,
    Func<DeclaredStack, IEnumerable<string>> Offenders
)
{
    /// <summary>A row about each resource of a type.</summary>
    public static SecurityRow Each(
        int number,
        string area,
        string demand,
        string type,
        Func<RecordedResource, DeclaredStack, bool> holds
    ) =>
        new(
            number,
            area,
            demand,
            graph => graph.OfType(type).Select(resource => resource.Name),
            graph => graph.OfType(type).Where(resource => !holds(resource, graph)).Select(resource => resource.Name)
        );

    /// <summary>A row about each of some statements.</summary>
    public static SecurityRow Statements(
        int number,
        string area,
        string demand,
        Func<DeclaredStack, IEnumerable<DeclaredStatement>> statements,
        Func<DeclaredStatement, bool> holds
    ) =>
        new(
            number,
            area,
            demand,
            graph => statements(graph).Select(statement => statement.Owner).Distinct(),
            graph =>
                statements(graph)
                    .Where(statement => !holds(statement))
                    .Select(statement => $"{statement.Owner} ({statement.Sid})")
                    .Distinct()
        );

    /// <summary>A row about each of some steps.</summary>
    public static SecurityRow Steps(int number, string demand, Func<DeclaredStep, bool> about, Func<DeclaredStep, bool> holds) =>
        new(
            number,
            "SageMaker",
            demand,
            graph => graph.Steps.Where(about).Select(step => step.FullName),
            graph => graph.Steps.Where(about).Where(step => !holds(step)).Select(step => step.FullName)
        );
}
