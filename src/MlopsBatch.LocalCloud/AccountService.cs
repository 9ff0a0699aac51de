using System.Collections.Immutable;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud;

/// <summary>
/// A service in one account, seen by one caller. All views share the service's state (so subclasses keep it in objects,
/// never in fields that change); each operation asks <see cref="Authorize"/> first.
/// </summary>
public abstract class AccountService
{
    private Caller? _caller;

    /// <param name="account">Where it is; other services are looked up there when they are needed, not before.</param>
    protected AccountService(CloudAccount account) => Account = account;

    /// <summary>Where it is, as the account's root sees it.</summary>
    protected internal CloudAccount Account { get; }

    /// <summary>Who calls through this view; the account's root unless <see cref="CloudAccount.As(Caller)"/> says otherwise.</summary>
    protected Caller Caller => _caller ?? Account.Root;

    protected TimeProvider Time => Account.Cloud.Options.Time;

    internal AccountService ViewOf(Caller caller)
    {
        var view = (AccountService)MemberwiseClone();
        view._caller = caller;
        return view;
    }

    /// <summary>Refuses the call unless the caller may make it.</summary>
    /// <param name="action">For example <c>sqs:SendMessage</c>.</param>
    /// <param name="resource">The ARN that it is about; <c>*</c> for actions without one.</param>
    /// <param name="policy">The resource's own policy, if it has one.</param>
    /// <param name="context">The service's own condition keys.</param>
    /// <exception cref="CloudException">AccessDenied with principal, action and resource.</exception>
    protected void Authorize(string action, string resource, string? policy = null, ImmutableDictionary<string, string>? context = null) =>
        Account.Cloud.Authorizer.Authorize(
            new AccessRequest(Caller, action, resource, Account.Id)
            {
                ResourcePolicy = policy,
                Context = context ?? ImmutableDictionary<string, string>.Empty,
            }
        );
}
