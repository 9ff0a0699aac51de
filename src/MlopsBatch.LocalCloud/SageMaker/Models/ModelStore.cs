using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.SageMaker.Models;

/// <summary>The models of one account.</summary>
public sealed class ModelStore
{
    private readonly ConcurrentDictionary<string, LocalModel> _models = new(StringComparer.Ordinal);

    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public LocalModel Get(string name) =>
        _models.TryGetValue(name, out var model)
            ? model
            : throw new CloudException("ResourceNotFound", $"There is no model '{name}'.{DidYouMean.Hint(name, _models.Keys)}");

    internal void Add(LocalModel model) => _models[model.Name] = model;
}
