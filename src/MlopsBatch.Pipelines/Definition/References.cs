using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition;

/// <summary>Collects what a definition's values refer to while it is written.</summary>
internal sealed class References
{
    private readonly Dictionary<string, IParameter> _parameters = [];
    private readonly List<Step> _steps = [];

    /// <summary>In the order of their first use.</summary>
    public IEnumerable<IParameter> Parameters => _parameters.Values;

    public IEnumerable<Step> Steps => _steps;

    public void Add(IParameter parameter)
    {
        if (_parameters.TryAdd(parameter.Name, parameter) || ReferenceEquals(_parameters[parameter.Name], parameter))
        {
            return;
        }

        throw new ArgumentException($"Two different parameters are named \"{parameter.Name}\"; make one and share it.");
    }

    public void Add(Step step) => _steps.Add(step);
}
