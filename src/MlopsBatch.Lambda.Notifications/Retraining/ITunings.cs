using MlopsBatch.Events.Audit;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Lambda.Notifications.Retraining;

/// <summary>Tunings that have begun, and new ones.</summary>
public interface ITunings
{
    /// <summary>The tuning that has begun last, if not before <paramref name="since"/>; by whatever it was started.</summary>
    /// <exception cref="AwsCallException">SageMaker could not be asked.</exception>
    Task<StartedTuning?> LatestAsync(string pipeline, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Starts one and gives the execution's ARN.</summary>
    /// <param name="pipeline">The pipeline that tunes.</param>
    /// <param name="name">The execution's display name: 1 to 82 letters, digits and single hyphens between them.</param>
    /// <param name="token">32 to 128 letters, digits and hyphens: the same token starts only once.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AwsCallException">SageMaker refused, or could not be asked.</exception>
    Task<string> StartAsync(string pipeline, string name, string token, CancellationToken cancellationToken);

    /// <summary>Puts the audit event that a violation started one, or none.</summary>
    /// <param name="detailType">What is told.</param>
    /// <param name="detail">About which tuning, because of which violation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AwsCallException">The bus could not be reached, or refused.</exception>
    /// <exception cref="InvalidOperationException">The bus answered, and did not take the event.</exception>
    Task TellAsync(string detailType, TuningDetail detail, CancellationToken cancellationToken);
}
