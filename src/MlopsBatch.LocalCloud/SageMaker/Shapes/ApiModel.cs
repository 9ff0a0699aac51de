using System.Text.Json;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Shapes;

/// <summary>
/// SageMaker's request and response shapes, so that the local cloud refuses what the service would refuse.
/// api-shapes.json is made by eng/sagemaker-shapes.py from the API model that AWS publishes with botocore.
/// </summary>
internal sealed class ApiModel
{
    private readonly Dictionary<string, ApiShape> _shapes;

    public ApiModel()
    {
        using var json = typeof(ApiModel).Assembly.GetManifestResourceStream("api-shapes.json")!;
        _shapes = JsonSerializer.Deserialize<Dictionary<string, ApiShape>>(json)!;
    }

    public ApiShape this[string name] => _shapes[name];

    public bool Has(string name) => _shapes.ContainsKey(name);

    /// <summary>
    /// Follows a property path through a response shape, for example
    /// <c>ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri</c>.
    /// </summary>
    /// <returns>The shape at the path's end, or null after <paramref name="fault"/> was called.</returns>
    public ApiShape? Follow(string root, IReadOnlyList<PathSegment> path, Action<string> fault)
    {
        var shape = _shapes[root];
        foreach (var segment in path)
        {
            var next = shape.Type switch
            {
                "structure" when segment.Name is { } name => shape.Members.GetValueOrDefault(name),
                "list" when segment.Index is not null || segment.IsKey => shape.Element,
                "map" when segment.Name is not null => shape.Value,
                _ => null,
            };
            if (next is null)
            {
                fault(
                    shape.Type == "structure" && segment.Name is { } given
                        ? $"there is no property '{given}'; allowed are "
                            + $"{string.Join(", ", shape.Members.Keys)}.{DidYouMean.Hint(given, shape.Members.Keys)}"
                        : $"{segment} doesn't fit a {shape.Type}"
                );
                return null;
            }
            shape = _shapes[next];
        }
        return shape;
    }
}
