using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

/// <summary>Puts a script and its modules where the framework containers put them: into /opt/ml/code.</summary>
internal static class SourceCode
{
    /// <exception cref="StepFailedException">The hyperparameters don't say where it is, or name what an isolated job can't
    /// reach.</exception>
    public static void Place(HyperParameters parameters, bool isolated, LocalS3 s3, JobFolder folder)
    {
        if (
            isolated
            && parameters.Raw.FirstOrDefault(p => p.Value.Contains("s3://", StringComparison.Ordinal))
                is { Key: { } name, Value: var value }
        )
        {
            throw StepFailedException.Client(
                $"The hyperparameter '{name}' is {value}, but a job with network isolation can't reach S3. Give it the "
                    + "object as a channel and its path below /opt/ml/input/data."
            );
        }
        if (parameters.Program is not { } program || parameters.SubmitDirectory is not { } source)
        {
            throw StepFailedException.Client("Script mode needs the hyperparameters sagemaker_program and sagemaker_submit_directory.");
        }
        var code = folder.In("code");
        if (S3Uri.TryParse(source, out var uri))
        {
            var archive = Path.Combine(folder.Temporary, "sourcedir.tar.gz");
            s3.Bucket(uri.Bucket).Download(uri.Key, archive);
            TarArchive.Unpack(archive, code);
        }
        else
        {
            Local(folder.MapPath(source), source, code);
        }
        if (
            !program.EndsWith(".py", StringComparison.Ordinal)
            || program.Contains("..", StringComparison.Ordinal)
            || !File.Exists(Path.Combine(code, program))
        )
        {
            throw StepFailedException.Client(
                $"sagemaker_program is '{program}', but there is no such Python file at the root of '{source}'."
            );
        }
        if (isolated && File.Exists(Path.Combine(code, "requirements.txt")))
        {
            throw StepFailedException.Client(
                $"'{source}' holds a requirements.txt, but a job with network isolation can't install packages. Leave it "
                    + "out, or use an image that has them."
            );
        }
    }

    private static void Local(string path, string source, string code)
    {
        if (File.Exists(path))
        {
            TarArchive.Unpack(path, code);
        }
        else if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(code, Path.GetRelativePath(path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }
        else
        {
            throw StepFailedException.Client($"sagemaker_submit_directory is '{source}', but no channel put anything there.");
        }
    }
}
