namespace MlopsBatch.Cli.Tests.Local;

/// <summary>A test that needs the AWS CLI; where there is none, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(HasAws)
            ? null
            : "There is no AWS CLI on this machine: apt-get install -y awscli python3-boto3.";

    private static bool HasAws(string folder) => File.Exists(Path.Combine(folder, "aws"));
}
