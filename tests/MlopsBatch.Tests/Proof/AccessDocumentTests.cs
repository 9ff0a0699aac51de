using System.Text;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Tests.Proof;

/// <summary>docs/access.md is the table of actors that <see cref="AccessTests"/> evaluates the declared policies against.</summary>
public class AccessDocumentTests
{
    [Fact]
    public async Task The_document_shows_who_may_do_what()
    {
        var rendered = await RenderAsync();
        var document = new FileInfo(Path.Combine(Repository.Root.FullName, "docs", "access.md"));
        var actual = new FileInfo(Path.Combine(Repository.Root.FullName, "artifacts", "access.md"));
        if (document.Exists && (await File.ReadAllTextAsync(document.FullName)).ReplaceLineEndings("\n") == rendered)
        {
            return;
        }

        Directory.CreateDirectory(actual.DirectoryName!);
        await File.WriteAllTextAsync(actual.FullName, rendered);
        Assert.Fail("docs/access.md isn't what the tests demand. If the difference is meant: cp artifacts/access.md docs/access.md");
    }

    private static async Task<string> RenderAsync()
    {
        var text = new StringBuilder(
            """
            # Who may do what

            Every actor of the stack with the actions that its work needs, on which resources and under which conditions, each with the page of AWS's documentation that asks for it, or *its work* where the actor is there for nothing else. A test evaluates the declared policies of identities and resources together against this table, in all four example stacks: what stands here is allowed, and the same action on the account, role, model, bucket, key or group beside it, without its condition, or any of some forty dangerous actions that stand nowhere here, is denied. The page is rendered from the table, so that it can't be out of date.

            Shown are the [example of a single account](examples/Pulumi.single.yaml), in which one account does everything, and what staging's and production's accounts have beside it. What GitLab's jobs may do stands at the end. `*` stands for any text.

            """
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in (Place[])[Place.Single, Place.Dev, Place.ProductionPlace])
        {
            var graph = await place.EvaluateAsync();
            text.Append($"\n## {Title(place)}\n");
            foreach (var actor in Needs.Proof(place, graph).Needs.GroupBy(need => need.Actor))
            {
                var rows = Rows(place, graph, actor).Where(row => seen.Add($"{actor.Key} {row}")).ToList();
                if (rows.Count > 0)
                {
                    text.Append($"\n### {Name(actor.Key)}\n\n| may | on | only if | because |\n|---|---|---|---|\n{string.Concat(rows)}");
                }
            }
        }

        text.Append(Jobs());
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Jobs()
    {
        var text = new StringBuilder(
            """

            ## GitLab's jobs

            The roles that `eng/bootstrap.sh` makes ([deploying](deploying.md)), in dev's account. A test evaluates their policies and their trust: what they need is allowed; a job of another project, branch or environment takes no role; what they must never do is refused.

            """
        );
        foreach (var actor in CiNeeds.All.GroupBy(need => need.Actor))
        {
            var rows = actor
                .GroupBy(need => (Actions: List(need.Actions), Resources: List(need.Resources), need.Source))
                .Select(group =>
                    $"| {group.Key.Actions} | {group.Key.Resources} | {Conditions(group.SelectMany(need => need.Demands))} | "
                    + $"{Because(group.Key.Source)} |\n"
                );
            text.Append($"\n### {Name(actor.Key)}\n\n| may | on | only if | because |\n|---|---|---|---|\n{string.Concat(rows)}");
        }

        text.Append("\n### What they never do\n\n| role | never | by | on |\n|---|---|---|---|\n");
        foreach (var never in CiNeeds.Nevers)
        {
            text.Append($"| `{never.Role}` | {never.What} | {List(never.Actions)} | {List(never.Resources)} |\n");
        }

        return text.Replace(CiRoles.Account, "ACCOUNT").ToString();
    }

    private static IEnumerable<string> Rows(Place place, DeclaredGraph graph, IEnumerable<Need> needs) =>
        needs
            .GroupBy(need => (Actions: List(need.Actions), Resources: List(need.Resources), need.Source))
            .Select(group =>
                Plain(
                    place,
                    graph,
                    $"| {group.Key.Actions} | {group.Key.Resources} | "
                        + $"{Conditions(group.SelectMany(need => need.Demands))} | {Because(group.Key.Source)} |\n"
                )
            );

    private static string Because(string source) =>
        source.StartsWith("https://docs.aws.", StringComparison.Ordinal) ? $"[AWS]({source})"
        : source.StartsWith("https:", StringComparison.Ordinal) ? $"[{new Uri(source).Host}]({source})"
        : "its work";

    private static string Conditions(IEnumerable<Demand> demands) =>
        string.Join("<br>", demands.GroupBy(demand => demand.Key).Select(Condition));

    private static string Condition(IGrouping<string, Demand> demands) =>
        $"`{demands.Key}` is {string.Join(" or ", demands.Select(demand => $"`{demand.Good}`").Distinct())}"
        + (demands.Any(demand => demand.MayBeMissing) ? ", or isn't sent" : "");

    private static string List(IEnumerable<string> texts) => string.Join("<br>", texts.Select(text => $"`{text}`"));

    /// <summary>Without what tells one example from another.</summary>
    private static string Plain(Place place, DeclaredGraph graph, string text) =>
        text.Replace(Place.KeyOf(graph, "data"), "key of the data", StringComparison.Ordinal)
            .Replace(Place.KeyOf(graph, "platform"), "key of the platform", StringComparison.Ordinal)
            .Replace(place.Full("")[..^1], "mlops-batch-STACK", StringComparison.Ordinal)
            .Replace(place.Bucket, "BUCKET", StringComparison.Ordinal)
            .Replace($"{place.Prefix}/", "abalone/", StringComparison.Ordinal)
            .Replace(place.Account, "ACCOUNT", StringComparison.Ordinal)
            .Replace($"`{place.Stack}`", "`STACK`", StringComparison.Ordinal);

    private static string Name(Actor actor) =>
        actor.Kind switch
        {
            ActorKind.Role => $"Role {actor.Name}",
            ActorKind.Person => $"Whoever has the policy {actor.Name}",
            ActorKind.Federated => $"Job {actor.Name}",
            ActorKind.Service => $"Service {actor.Name}",
            _ => $"Principal {actor.Name}",
        };

    private static string Title(Place place) =>
        place == Place.Single ? "One account for everything"
        : place.Builds ? "Beside that: an account that registers and builds, shared with deploy accounts"
        : "Beside that: an account that deploys";
}
