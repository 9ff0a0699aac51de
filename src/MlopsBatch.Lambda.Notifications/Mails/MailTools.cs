using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;

namespace MlopsBatch.Lambda.Notifications.Mails;

/// <summary>What a mail may be made from, besides its event.</summary>
/// <param name="Settings">Models, their pipelines, custom messages.</param>
/// <param name="Registry">Which versions are approved.</param>
/// <param name="Executions">Why an execution failed.</param>
/// <param name="Objects">The reports that the pipelines write.</param>
public sealed record MailTools(LambdaSettings Settings, IModelRegistry Registry, IPipelineExecutions Executions, IObjects Objects);
