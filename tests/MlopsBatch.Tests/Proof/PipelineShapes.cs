using System.Text;
using MlopsBatch.Files;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Proof;

/// <summary>The pipelines, which wait for each of their scripts, and the scripts, encrypted and as they are in the folder.</summary>
internal static class PipelineShapes
{
    public static IEnumerable<Shape> Of(Place place, string dataKey)
    {
        var bundle = new ProjectFiles(TestStacks.Root).Scripts(TestStacks.Context(place.File).Settings.Models[0]);
        var names = bundle.Objects.Select(file => (file.Key, Name: $"abalone-{bundle.Hash[..8]}-{file.Key}")).ToList();
        foreach (var (path, name) in names)
        {
            var isText = !path.EndsWith(".gz", StringComparison.Ordinal);
            var content = isText ? Encoding.UTF8.GetString(bundle.Files[path]) : Convert.ToBase64String(bundle.SourceArchive);
            yield return Object(
                place,
                name,
                $"scripts/{bundle.Hash}/{path}",
                dataKey,
                (isText ? "content" : "contentBase64", content),
                ("contentType", isText ? "text/plain; charset=utf-8" : "application/gzip")
            );
        }

        if (place.Deploys)
        {
            yield return Object(
                place,
                "abalone-ground-truth-marker",
                "batch-scoring/data/ground-truth/.marker",
                dataKey,
                ("content", "Keeps this prefix non-empty; ground truth for a batch goes beside it, under the batch's file name.\n"),
                ("contentType", "text/plain; charset=utf-8")
            );
        }

        foreach (var pipeline in place.Pipelines.Select(arn => arn.Split('/')[^1]))
        {
            yield return new(
                ResourceTypes.Pipeline,
                pipeline,
                ("pipelineName", pipeline),
                ("roleArn", place.Role("abalone-jobs")),
                ("parallelismConfiguration.maxParallelExecutionSteps", "8")
            )
            {
                After = [.. names.Select(script => (ResourceTypes.BucketObject, script.Name))],
            };
        }
    }

    private static Shape Object(Place place, string name, string key, string dataKey, params (string, string)[] inputs) =>
        new(
            ResourceTypes.BucketObject,
            name,
            [
                ("bucket", place.Bucket),
                ("key", $"{place.Prefix}/{key}"),
                ("serverSideEncryption", "aws:kms"),
                ("kmsKeyId", dataKey),
                .. inputs,
            ]
        );
}
