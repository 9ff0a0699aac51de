using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Observability;

namespace MlopsBatch.Platform.Events;

/// <summary>Who listens to the account's events.</summary>
/// <param name="Notifications">Tells people.</param>
/// <param name="Audit">Keeps what happened to versions.</param>
/// <param name="ApprovalDeploy">Hands decisions to GitLab; only in the registry's account.</param>
internal sealed record EventReceivers(EventFunction Notifications, EventFunction? ApprovalDeploy, AuditLog Audit);
