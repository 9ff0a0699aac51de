using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>EventBridge's buses, rules and targets of one account. A bus is named by its name or its ARN.</summary>
public sealed class EventBridgeService : AccountService
{
    /// <summary>The bus that every account has.</summary>
    public const string DefaultBus = "default";

    private const int MaxEntryBytes = 1 << 20;

    private readonly ConcurrentDictionary<string, EventBus> _buses = new(StringComparer.Ordinal);
    private readonly LoopGuard _guard;
    private readonly ConcurrentDictionary<string, int> _matches = new(StringComparer.Ordinal);

    internal EventBridgeService(CloudAccount account)
        : base(account)
    {
        _guard = new LoopGuard(account.Cloud.Activity);
        Add(DefaultBus, account.Events);
    }

    /// <summary>How often each rule matched, by the rule's ARN; a rule that is missing never did.</summary>
    public IReadOnlyDictionary<string, int> Matches => _matches;

    /// <summary>Makes a bus.</summary>
    /// <returns>Its ARN.</returns>
    /// <exception cref="CloudException">ResourceAlreadyExistsException.</exception>
    public string CreateEventBus(string name)
    {
        Authorize("events:CreateEventBus", ArnOfBus(name));
        return _buses.ContainsKey(name)
            ? throw new CloudException("ResourceAlreadyExistsException", $"There is an event bus '{name}' already.")
            : Add(name, new EventStream(Account.Id, Account.Region, Account.Cloud.Ids, Time, Account.Cloud.Activity)).Arn;
    }

    public void DeleteEventBus(string name)
    {
        Authorize("events:DeleteEventBus", ArnOfBus(name));
        _buses.TryRemove(name, out _);
    }

    /// <summary>Sets or, with null, takes away who may put events on a bus.</summary>
    public void PutPermission(string bus, string? policy)
    {
        var found = Bus(bus);
        Authorize("events:PutPermission", found.Arn);
        found.Policy = policy;
    }

    /// <summary>Makes a rule or changes it; its targets stay.</summary>
    /// <exception cref="CloudException">InvalidEventPatternException with every fault, or ResourceNotFoundException for the
    /// bus.</exception>
    public EventRule PutRule(string name, string pattern, bool enabled = true, string bus = DefaultBus)
    {
        var found = Bus(bus);
        var rest = found.Name == DefaultBus ? name : $"{found.Name}/{name}";
        var rule = new EventRule(name, Account.Arn("events", "rule/" + rest), found.Name, EventPattern.Parse(pattern), enabled);
        Authorize("events:PutRule", rule.Arn);
        found.Change(rules => rules.SetItem(name, rules.TryGetValue(name, out var old) ? rule with { Targets = old.Targets } : rule));
        return rule;
    }

    public void DeleteRule(string name, string bus = DefaultBus)
    {
        var found = Bus(bus);
        Authorize("events:DeleteRule", Rule(found, name).Arn);
        found.Change(rules => rules.Remove(name));
    }

    /// <summary>All rules of a bus, by name.</summary>
    public IReadOnlyList<EventRule> ListRules(string bus = DefaultBus)
    {
        var found = Bus(bus);
        Authorize("events:ListRules", Account.Arn("events", "rule/*"));
        return [.. found.Rules.Values];
    }

    /// <summary>All buses, by name.</summary>
    public IReadOnlyList<string> ListEventBuses() => [.. _buses.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds a target to a rule, or changes the one of its id.</summary>
    /// <exception cref="CloudException">ResourceNotFoundException, ValidationException for a target that can't be called, or
    /// LimitExceededException.</exception>
    public void PutTarget(string rule, EventTarget target, string bus = DefaultBus)
    {
        var found = Bus(bus);
        Authorize("events:PutTargets", Rule(found, rule).Arn);
        if (TargetCall.Fault(target) is { } fault)
        {
            throw new CloudException("ValidationException", fault);
        }
        if (Rule(found, rule).Targets.Remove(target.Id).Count >= EventBusQuotas.TargetsPerRule)
        {
            throw new CloudException(
                "LimitExceededException",
                $"Rule '{rule}' has {EventBusQuotas.TargetsPerRule} targets; it can't have more."
            );
        }
        found.Change(rules => rules.SetItem(rule, rules[rule] with { Targets = rules[rule].Targets.SetItem(target.Id, target) }));
    }

    public void RemoveTarget(string rule, string id, string bus = DefaultBus)
    {
        var found = Bus(bus);
        Authorize("events:RemoveTargets", Rule(found, rule).Arn);
        found.Change(rules => rules.SetItem(rule, rules[rule] with { Targets = rules[rule].Targets.Remove(id) }));
    }

    /// <summary>Puts events on buses of this account.</summary>
    /// <returns>Their ids, in order.</returns>
    /// <exception cref="CloudException">ResourceNotFoundException, ValidationException, or AccessDenied to the bus.</exception>
    public IReadOnlyList<string> PutEvents(IReadOnlyList<PutEventsEntry> entries) => [.. entries.Select(Put)];

    /// <summary>Takes an event that a rule of another bus sends on.</summary>
    internal void Forward(string bus, CloudEvent happened)
    {
        var found = Bus(bus);
        Authorize(found, happened.Source, happened.DetailType);
        // As in AWS, a bus doesn't send on what came from another account, so no circle of accounts can go round for ever.
        if (happened.Hops > 0 && happened.Account != Account.Id)
        {
            return;
        }
        found.Stream.Publish(happened with { Hops = happened.Hops + 1 });
    }

    private string Put(PutEventsEntry entry)
    {
        var bus = Bus(entry.EventBusName ?? DefaultBus);
        Authorize(bus, entry.Source, entry.DetailType);
        var isOwn = entry.Source != "aws" && !entry.Source.StartsWith("aws.", StringComparison.Ordinal);
        if (!isOwn || entry.Source.Length == 0 || entry.DetailType.Length is 0 or > 128 || entry.Detail.Length > MaxEntryBytes)
        {
            throw new CloudException(
                "ValidationException",
                "An event needs a Source that doesn't begin with 'aws.', a DetailType of 1 to 128 characters and a "
                    + $"Detail of at most {MaxEntryBytes} bytes; got '{entry.Source}', '{entry.DetailType}'."
            );
        }
        var happened = new CloudEvent(
            Account.Cloud.Ids.NextGuid("event " + Account.Id).ToString(),
            entry.DetailType,
            entry.Source,
            Caller.Principal.Account ?? Account.Id,
            Time.GetUtcNow(),
            Account.Region,
            entry.Resources,
            Detail(entry)
        );
        bus.Stream.Publish(happened);
        return happened.Id;
    }

    private static JsonObject Detail(PutEventsEntry entry)
    {
        try
        {
            return JsonNode.Parse(entry.Detail) as JsonObject ?? throw new JsonException("it is no object");
        }
        catch (JsonException fault)
        {
            throw new CloudException("MalformedDetail", $"Detail is malformed: {fault.Message}", fault);
        }
    }

    private void Authorize(EventBus bus, string source, string detailType) =>
        Authorize(
            "events:PutEvents",
            bus.Arn,
            bus.Policy,
            ImmutableDictionary<string, string>.Empty.Add("events:source", source).Add("events:detail-type", detailType)
        );

    private EventBus Add(string name, EventStream stream)
    {
        var bus = new EventBus(name, ArnOfBus(name), stream);
        _buses[name] = bus;
        stream.Subscribe(
            $"the rules of bus {name} of account {Account.Id}",
            happened =>
            {
                Match(bus, happened);
                return Task.CompletedTask;
            }
        );
        return bus;
    }

    private void Match(EventBus bus, CloudEvent happened)
    {
        if (bus.Rules.IsEmpty)
        {
            return;
        }
        var document = JsonSerializer.SerializeToElement(happened.ToJson());
        foreach (var rule in bus.Rules.Values.Where(rule => rule.Enabled && rule.Pattern.Matches(document)))
        {
            if (!_guard.Lets(rule))
            {
                continue;
            }
            _matches.AddOrUpdate(rule.Arn, 1, (_, count) => count + 1);
            Account.CloudWatch.PutMetric(new("AWS/Events", "MatchedEvents", ("RuleName", rule.Name)), 1);
            foreach (var target in rule.Targets.Values)
            {
                new Delivery(Account, rule, target, happened).Begin();
            }
        }
    }

    private string ArnOfBus(string name) => Account.Arn("events", "event-bus/" + name);

    private EventBus Bus(string nameOrArn)
    {
        var name = nameOrArn.Split('/')[^1];
        return _buses.TryGetValue(name, out var bus) && (nameOrArn == name || nameOrArn == bus.Arn)
            ? bus
            : throw new CloudException(
                "ResourceNotFoundException",
                $"Event bus {nameOrArn} does not exist in account {Account.Id}.{DidYouMean.Hint(name, _buses.Keys)}"
            );
    }

    private static EventRule Rule(EventBus bus, string name) =>
        bus.Rules.GetValueOrDefault(name)
        ?? throw new CloudException(
            "ResourceNotFoundException",
            $"Rule {name} does not exist on EventBus {bus.Name}.{DidYouMean.Hint(name, bus.Rules.Keys)}"
        );
}
