using System.Collections.Concurrent;
using System.Globalization;
using MlopsBatch.Aws.Iam;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.LocalCloud.Access;

/// <summary>
/// Every operation of every service asks it first. It finds the policies that have a say (the caller's own, its boundary,
/// the resource's), puts together what conditions can ask, and lets <see cref="PolicyEvaluator"/> judge.
/// </summary>
public sealed class Authorizer
{
    private readonly Cloud _cloud;
    private readonly ConcurrentQueue<AccessRequest> _requests = new();
    private readonly ConcurrentQueue<AccessFinding> _denials = new();
    private readonly ConcurrentDictionary<(string, string, string), AccessFinding> _notJudged = new();
    private readonly ConcurrentDictionary<string, PolicyDocument> _documents = new(StringComparer.Ordinal);
    private int _expected;

    internal Authorizer(Cloud cloud) => _cloud = cloud;

    /// <summary>What others than an account's root asked for so far, in order.</summary>
    public IReadOnlyList<AccessRequest> Requests => [.. _requests];

    /// <summary>What was refused so far, in order.</summary>
    public IReadOnlyList<AccessFinding> Denials => [.. _denials];

    /// <summary>What couldn't be judged and was let pass, each kind once.</summary>
    public IReadOnlyList<AccessFinding> NotJudged =>
        [
            .. _notJudged
                .Values.OrderBy(finding => finding.Action, StringComparer.Ordinal)
                .ThenBy(finding => finding.Resource, StringComparer.Ordinal),
        ];

    /// <summary>Lets a call pass or refuses it; without <see cref="CloudOptions.EnforceIam"/> all pass.</summary>
    /// <exception cref="CloudException">AccessDenied with principal, action and resource.</exception>
    public void Authorize(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _cloud.Outages.Check(request);
        var isRoot = request.Caller.Principal is { Type: PrincipalType.Root } root && root.Account == request.Account;
        if (!isRoot)
        {
            _requests.Enqueue(request);
        }
        if (!_cloud.Options.EnforceIam || (isRoot && request.ResourcePolicy is null))
        {
            return;
        }
        var decision = PolicyEvaluator.Decide(Question(request));
        var finding = new AccessFinding(request.Caller.ToString(), request.Action, request.Resource, decision.Message, decision.NearMisses);
        switch (decision.Outcome)
        {
            case AuthorizationOutcome.Allowed:
                return;
            case AuthorizationOutcome.NotJudged:
                _notJudged.TryAdd((finding.Principal, finding.Action, finding.Reason), finding);
                return;
            default:
                if (Volatile.Read(ref _expected) == 0)
                {
                    _denials.Enqueue(finding);
                }

                throw new CloudException("AccessDenied", decision.Message);
        }
    }

    /// <summary>What would be decided, as IAM's policy simulator says it: nothing happens and nothing is noted.</summary>
    public AuthorizationDecision Simulate(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PolicyEvaluator.Decide(Question(request));
    }

    /// <summary>Until the result is disposed, refusals are what is wanted: they aren't among <see cref="Denials"/>.</summary>
    public IDisposable ExpectDenials()
    {
        Interlocked.Increment(ref _expected);
        return new Expectation(() => Interlocked.Decrement(ref _expected));
    }

    private AuthorizationRequest Question(AccessRequest request)
    {
        var (caller, principal) = (request.Caller, request.Caller.Principal);
        var role =
            principal.Type == PrincipalType.Role ? _cloud.Account(principal.Account!).Service<IamService>().Find(principal.Arn) : null;
        return new AuthorizationRequest(Caller(principal), request.Action, request.Resource)
        {
            ResourceAccount = request.Account,
            Context = Context(request, caller),
            IdentityPolicies = role is null ? [] : [.. Identity(role, principal.Account!)],
            PermissionsBoundary = role?.Boundary is { } boundary ? Managed(boundary, principal.Account!) : null,
            ResourcePolicy = request.ResourcePolicy is { } policy ? Named("the policy of " + request.Resource, policy) : null,
        };
    }

    private IEnumerable<NamedPolicy> Identity(IamRole role, string account) =>
        role
            .Inline.Select(policy => Named($"{policy.Key} of {role.Arn}", policy.Value))
            .Concat(role.Attached.Select(arn => Managed(arn, account)).OfType<NamedPolicy>());

    private NamedPolicy? Managed(string arn, string account) =>
        _cloud.Account(account).Service<IamService>().Policy(arn) is { } text ? Named(arn, text) : null;

    private NamedPolicy Named(string name, string text)
    {
        try
        {
            return new NamedPolicy(name, _documents.GetOrAdd(text, PolicyDocument.Parse));
        }
        catch (PolicyFormatException fault)
        {
            throw new CloudException("MalformedPolicyDocument", $"{name}: {fault.Message}", fault);
        }
    }

    private RequestContext Context(AccessRequest request, Caller caller)
    {
        var context = RequestContext
            .Empty.With("aws:SecureTransport", caller.IsEncrypted ? "true" : "false")
            .With("aws:RequestedRegion", _cloud.Options.Region)
            .With(
                "aws:CurrentTime",
                _cloud.Options.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            )
            .With("aws:SourceArn", caller.SourceArn)
            .With("aws:SourceAccount", caller.SourceAccount);
        return request.Context.Aggregate(context, (known, key) => known.With(key.Key, key.Value));
    }

    private static RequestPrincipal Caller(Principal principal) =>
        principal.Type switch
        {
            PrincipalType.Root => RequestPrincipal.Root(principal.Account!, principal.Arn.Split(':')[1]),
            PrincipalType.Role => RequestPrincipal.Role(principal.Arn, principal.Name!),
            _ => RequestPrincipal.Service(principal.Arn),
        };

    private sealed class Expectation(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
