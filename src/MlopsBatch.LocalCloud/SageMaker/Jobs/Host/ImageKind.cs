namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>Tells by an image's repository what its container would do; there is no Docker here.</summary>
internal static class ImageKind
{
    public const string ScikitLearn = "sagemaker-scikit-learn";
    public const string ModelMonitor = "sagemaker-model-monitor-analyzer";

    /// <exception cref="Executions.StepFailedException">The image is another one.</exception>
    public static void Require(string? image, string repository, string job)
    {
        var name = (image ?? "").Split('/')[^1].Split('@', ':')[0];
        if (name != repository)
        {
            throw Executions.StepFailedException.Client(
                $"The local cloud can't run the image '{image}' in a {job} job: it emulates '{repository}' only. Use that "
                    + "image's URI, or run this step in AWS."
            );
        }
    }
}
