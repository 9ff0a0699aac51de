using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.SageMaker.Models;

/// <summary>The models of one account.</summary>
public sealed class ModelStore
{
    private readonly ConcurrentDictionary<string, LocalModel> _models = new(StringComparer.Ordinal);

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<LocalModel> All => [.. _models.Values.OrderBy(model => model.CreationTime).ThenBy(model => model.Name)];

    /// <summary>A model by its name, or null.</summary>
    public LocalModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <returns>Whether it was there.</returns>
    public bool Delete(string name) => _models.TryRemove(name, out _);

    /// <exception cref="CloudException">ResourceNotFound.</exception>
    public LocalModel Get(string name) =>
        _models.TryGetValue(name, out var model)
            ? model
            : throw new CloudException("ResourceNotFound", $"There is no model '{name}'.{DidYouMean.Hint(name, _models.Keys)}");

    internal void Add(LocalModel model) => _models[model.Name] = model;
}
