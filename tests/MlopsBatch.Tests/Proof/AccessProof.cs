using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Tests.Proof;

/// <summary>
/// Holds what a stack's policies give against what everybody needs: all that is needed is allowed, under its conditions only;
/// nothing else that anybody in the model does is allowed to anybody, on no resource of the model nor one beside it.
/// </summary>
internal sealed class AccessProof
{
    private const string Foreign = "999999999999";
    private readonly IReadOnlyList<Need> _needs;
    private readonly string[] _actions;
    private readonly ILookup<string, string> _resources;

    public AccessProof(IReadOnlyList<Need> needs, IEnumerable<string> neverActions)
    {
        _needs = needs;
        _actions = [.. needs.SelectMany(need => need.Actions).Concat(neverActions).Distinct().Order(StringComparer.Ordinal)];
        var samples = needs.SelectMany(need => need.Samples).Distinct().ToList();
        _resources = samples
            .Concat(samples.SelectMany(Beside))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToLookup(resource => resource == "*" ? "*" : resource.Split(':')[2]);
    }

    public IReadOnlyList<Need> Needs => _needs;

    public IReadOnlyList<Actor> Actors => [.. _needs.Select(need => need.Actor).Distinct()];

    /// <summary>Everything that is wrong, as far as it is asked for.</summary>
    /// <param name="access">The policies.</param>
    /// <param name="isAbout">Actors to look at; null: all.</param>
    /// <param name="services">Services whose actions to look at; null: all.</param>
    public IEnumerable<string> Faults(DeclaredAccess access, Func<Actor, bool>? isAbout = null, IReadOnlyList<string>? services = null)
    {
        bool IsAsked(string action) => services?.Contains(action.Split(':')[0]) ?? true;
        var actors = _needs.Where(need => isAbout?.Invoke(need.Actor) ?? true).GroupBy(need => need.Actor).ToList();
        var missing = actors.SelectMany(actor => actor.SelectMany(need => Missing(access, need, IsAsked)));
        return missing.Concat(actors.SelectMany(actor => Excess(access, actor.Key, [.. actor], IsAsked)));
    }

    private static IEnumerable<string> Missing(DeclaredAccess access, Need need, Func<string, bool> isAsked)
    {
        var full = Context(need.Demands);
        foreach (var resource in need.Samples)
        {
            foreach (var action in need.Actions.Where(isAsked))
            {
                var decision = access.Decide(need.Actor, action, resource, full);
                if (!decision.IsAllowed)
                {
                    yield return $"{need.Actor} needs {action} on {resource} ({need.Source}): {decision.Message}; "
                        + string.Join("; ", decision.NearMisses);
                }

                foreach (var demand in need.Demands)
                {
                    if (demand.MayBeMissing != access.Decide(need.Actor, action, resource, full.Without(demand.Key)).IsAllowed)
                    {
                        var found = demand.MayBeMissing ? "refused" : "allowed";
                        yield return $"{need.Actor}: {action} on {resource} without {demand.Key} is {found}";
                    }

                    if (demand.Bad is { } bad && access.Decide(need.Actor, action, resource, full.With(demand.Key, bad)).IsAllowed)
                    {
                        yield return $"{need.Actor}: {action} on {resource} is allowed with {demand.Key} {bad}";
                    }
                }
            }
        }
    }

    private IEnumerable<string> Excess(DeclaredAccess access, Actor actor, List<Need> own, Func<string, bool> isAsked)
    {
        var contexts = new Dictionary<string, List<RequestContext>>(StringComparer.Ordinal);
        foreach (var action in access.IsAdministrator(actor) ? [] : _actions.Where(isAsked))
        {
            var service = action.Split(':')[0];
            if (!contexts.TryGetValue(service, out var sent))
            {
                contexts[service] = sent = Contexts(own, service);
            }

            foreach (var resource in ResourcesOf(service).Where(one => !own.Any(need => need.Covers(action, one))))
            {
                if (
                    sent.Select(context => access.Decide(actor, action, resource, context)).FirstOrDefault(one => one.IsAllowed) is
                    { } found
                )
                {
                    yield return $"{actor} doesn't need {action} on {resource}: {found.Message}";
                }
            }
        }
    }

    /// <summary>With what an actor's requests to a service may come: AWS sends the service's own keys and the global ones.</summary>
    private static List<RequestContext> Contexts(List<Need> own, string service) =>
        [
            .. own.Select(need =>
                    Context(
                        need.Demands.Where(demand =>
                            demand.Key.StartsWith("aws:", StringComparison.Ordinal)
                            || demand.Key.StartsWith($"{service}:", StringComparison.Ordinal)
                        )
                    )
                )
                .Append(Context([]))
                .DistinctBy(Text),
        ];

    private static RequestContext Context(IEnumerable<Demand> demands) =>
        demands.Aggregate(RequestContext.Empty.With("aws:SecureTransport", "true"), (keys, demand) => keys.With(demand.Key, demand.Good));

    private static string Text(RequestContext context) => string.Join(',', context.Keys.Select(key => $"{key.Key}={key.Value[0]}"));

    /// <summary>What actions of the service are about.</summary>
    private IEnumerable<string> ResourcesOf(string service) => _resources[service == "sts" ? "iam" : service].Concat(_resources["*"]);

    /// <summary>Its neighbours: another account's, another model's, another name's, another folder's.</summary>
    private static IEnumerable<string> Beside(string resource)
    {
        if (resource.Split(':', 6) is not [_, _, var service, _, var account, var rest])
        {
            yield break;
        }

        if (account.Length > 0)
        {
            yield return resource.Replace($":{account}:", $":{Foreign}:");
        }

        yield return resource.Replace("abalone", "besides");
        yield return service == "s3" ? resource.Replace(":::", ":::beside-")
        : service == "kms" ? resource[..^3] + "aaa"
        : resource + "-beside";
        if (service == "s3" && rest.Contains('/'))
        {
            yield return $"{resource[..resource.LastIndexOf('/')]}-beside/any";
        }
    }
}
