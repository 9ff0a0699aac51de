using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>One row of the security checklist.</summary>
/// <param name="Number">1 to 55.</param>
/// <param name="Area">The service.</param>
/// <param name="Demand">What is demanded, in our words.</param>
/// <param name="Evidence">What it is about, each with whether it does so.</param>
internal sealed record SecurityRow(int Number, string Area, string Demand, Func<DeclaredStack, IEnumerable<CheckEvidence>> Evidence)
{
    /// <summary>Whether it asks the policies, so that a broken policy has to fail it.</summary>
    public bool AsksPolicies { get; private init; }

    /// <summary>A row about each resource of a type, which its inputs answer.</summary>
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
            graph => graph.OfType(type).Select(resource => new CheckEvidence(resource.Name, resource.Urn, holds(resource, graph)))
        );

    /// <summary>A row about each resource of a type, which policies answer; null: there is nothing to ask them.</summary>
    public static SecurityRow Asked(
        int number,
        string area,
        string demand,
        string type,
        Func<RecordedResource, DeclaredStack, AccessAnswer> ask
    ) =>
        Asked(
            number,
            area,
            demand,
            graph =>
                graph
                    .OfType(type)
                    .Select(resource =>
                    {
                        var answer = ask(resource, graph);
                        return new CheckEvidence(resource.Name, resource.Urn, answer.IsMet, answer.Because);
                    })
        );

    /// <summary>A row that asks policies.</summary>
    public static SecurityRow Asked(int number, string area, string demand, Func<DeclaredStack, IEnumerable<CheckEvidence>> evidence) =>
        new(number, area, demand, evidence) { AsksPolicies = true };

    /// <summary>A row about each of some statements, each asked for itself.</summary>
    public static SecurityRow Statements(
        int number,
        string area,
        string demand,
        Func<DeclaredStack, IEnumerable<DeclaredStatement>> statements,
        Func<DeclaredStatement, AccessAnswer> ask
    ) =>
        Asked(
            number,
            area,
            demand,
            graph =>
                statements(graph)
                    .Select(statement =>
                    {
                        var answer = ask(statement);
                        return new CheckEvidence(
                            $"{statement.Owner} ({statement.Sid})",
                            statement.Policy.Resource.Urn,
                            answer.IsMet,
                            answer.Because
                        );
                    })
        );

    /// <summary>A row about each of some steps.</summary>
    public static SecurityRow Steps(int number, string demand, Func<DeclaredStep, bool> about, Func<DeclaredStep, bool> holds) =>
        new(
            number,
            "SageMaker",
            demand,
            graph =>
                from pipeline in graph.OfType(ResourceTypes.Pipeline)
                from step in graph.Steps
                where step.Pipeline == pipeline.Text("pipelineName") && about(step)
                select new CheckEvidence(step.FullName, pipeline.Urn, holds(step))
        );
}
