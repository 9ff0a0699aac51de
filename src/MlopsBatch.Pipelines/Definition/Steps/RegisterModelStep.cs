using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Registers a model as the next version of its group. Tags come from the group: a version takes none.</summary>
public sealed class RegisterModelStep(string name, string description) : Step(name, "RegisterModel", description)
{
    private const string Csv = "text/csv";

    /// <summary>Name, or ARN where the registry is in another account.</summary>
    public required string ModelPackageGroup { get; init; }

    public required string ImageUri { get; init; }

    public required Value<string> ModelDataUrl { get; init; }

    /// <summary>Of the serving container.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required Value<string> ApprovalStatus { get; init; }

    /// <summary>The only types that the version may be used on in batch transform.</summary>
    public required IReadOnlyList<string> TransformInstanceTypes { get; init; }

    /// <summary>URI of the evaluation report.</summary>
    public required Value<string> Evaluation { get; init; }

    /// <summary>What the data of this training looks like.</summary>
    public required DataBaseline DataQuality { get; init; }

    /// <summary>What batches are compared with while this version is in use.</summary>
    public required DataBaseline DriftCheckBaseline { get; init; }

    public required Lineage Lineage { get; init; }

    /// <summary>Up to 50; see <see cref="MetadataKeys"/>.</summary>
    public required IReadOnlyDictionary<string, Value<string>> Metadata { get; init; }

    public override IEnumerable<StepPort> Inputs =>
        [
            new("model", ModelDataUrl.ToString()),
            new("evaluation", Evaluation.ToString()),
            new("statistics", DriftCheckBaseline.Statistics.ToString()),
            new("constraints", DriftCheckBaseline.Constraints.ToString()),
            .. SortedMetadata.Select(pair => new StepPort($"metadata {pair.Key}", pair.Value.ToString())),
        ];

    public override IEnumerable<StepPort> Outputs => [new("modelPackage", ModelPackageGroup)];

    private protected override IReadOnlyList<RetryPolicy> RetryPolicies => RetryPolicy.ForCalls;

    private IEnumerable<KeyValuePair<string, Value<string>>> SortedMetadata => Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private protected override JsonObject Arguments(References references) =>
        Json.Object(
            ("ModelPackageGroupName", ModelPackageGroup),
            (
                "ModelMetrics",
                Json.Object(
                    ("ModelQuality", Json.Object(("Statistics", Source(Evaluation, references)))),
                    ("ModelDataQuality", Baseline(DataQuality, references))
                )
            ),
            ("DriftCheckBaselines", Json.Object(("ModelDataQuality", Baseline(DriftCheckBaseline, references)))),
            (
                "InferenceSpecification",
                Json.Object(
                    (
                        "Containers",
                        Json.Array([
                            Json.Object(
                                ("Image", ImageUri),
                                ("ModelDataUrl", ModelDataUrl.ToJson(references)),
                                ("Environment", Json.Map(Environment))
                            ),
                        ])
                    ),
                    ("SupportedContentTypes", Json.Array([Csv])),
                    ("SupportedResponseMIMETypes", Json.Array([Csv])),
                    ("SupportedTransformInstanceTypes", Json.Array(TransformInstanceTypes))
                )
            ),
            ("ModelApprovalStatus", ApprovalStatus.ToJson(references)),
            (
                "MetadataProperties",
                Json.Object(
                    ("CommitId", Lineage.Commit),
                    ("Repository", Lineage.Repository),
                    ("GeneratedBy", Execution.Arn.ToJson(references))
                )
            ),
            ("CustomerMetadataProperties", Json.Object(SortedMetadata.Select(pair => (pair.Key, (JsonNode?)pair.Value.ToJson(references)))))
        );

    private static JsonObject Source(Value<string> uri, References references) =>
        Json.Object(("ContentType", "application/json"), ("S3Uri", uri.ToJson(references)));

    private static JsonObject Baseline(DataBaseline baseline, References references) =>
        Json.Object(("Statistics", Source(baseline.Statistics, references)), ("Constraints", Source(baseline.Constraints, references)));
}
