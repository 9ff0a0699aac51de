using MlopsBatch.Events.Settings;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>A model's review gate, as its settings have it.</summary>
public static class ModelReview
{
    /// <summary>The gate of a model; a version of no known model is held to the strictest.</summary>
    public static ReviewGate Gate(ModelSettings? model) =>
        model is null ? new ReviewGate() : new ReviewGate(model.RequireReview, model.ReviewPattern ?? ReviewGate.DefaultPattern);
}
