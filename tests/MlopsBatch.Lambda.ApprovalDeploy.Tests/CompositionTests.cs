using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.Common.Hosting;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

public sealed class CompositionTests
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        [EnvironmentVariables.GitLabUrl] = "https://gitlab.example.com/sub",
        [EnvironmentVariables.GitLabProject] = "group/model",
        [EnvironmentVariables.GitLabRef] = "main",
        [EnvironmentVariables.GitLabMode] = "trigger",
        [EnvironmentVariables.GitLabTokenSecretArn] = Rig.SecretArn,
        [EnvironmentVariables.EventBusName] = "default",
    };

    [Fact]
    public void A_complete_environment_starts() => Create(Complete).ShouldNotBeNull();

    [Fact]
    public void Everything_missing_is_named_at_once() =>
        Should
            .Throw<FunctionEnvironmentException>(() => Create([]))
            .Faults.Select(fault => fault.Split(' ')[0])
            .ShouldBe(["GITLAB_URL", "GITLAB_PROJECT", "GITLAB_REF", "GITLAB_MODE", "GITLAB_TOKEN_SECRET_ARN", "EVENT_BUS_NAME"]);

    [Theory]
    [InlineData(EnvironmentVariables.GitLabUrl, "http://gitlab.example.com", "an https:// address")]
    [InlineData(EnvironmentVariables.GitLabUrl, "gitlab.example.com", "an https:// address")]
    [InlineData(EnvironmentVariables.GitLabUrl, "https://user:secret@gitlab.example.com", "without user")]
    [InlineData(EnvironmentVariables.GitLabUrl, "https://gitlab.example.com?private_token=x", "query")]
    [InlineData(EnvironmentVariables.GitLabProject, "/group/model", "group/project")]
    [InlineData(EnvironmentVariables.GitLabProject, "https://gitlab.example.com/group/model", "group/project")]
    [InlineData(EnvironmentVariables.GitLabMode, "Trigger", "trigger or pipeline")]
    [InlineData(EnvironmentVariables.GitLabTokenSecretArn, "gitlab-token", "the ARN of a Secrets Manager secret")]
    [InlineData(EnvironmentVariables.GitLabCaFile, "/nowhere/ca.pem", "the path of a PEM file")]
    public void Each_malformed_value_says_what_is_allowed(string name, string value, string allowed)
    {
        var fault = Should
            .Throw<FunctionEnvironmentException>(() => Create(new(Complete) { [name] = value }))
            .Faults.ShouldHaveSingleItem();
        fault.ShouldStartWith($"{name} is \"{value.Replace("user:secret", "…", StringComparison.Ordinal)}\": needs ");
        fault.ShouldNotContain("secret@");
        fault.ShouldContain(allowed);
    }

    [Theory]
    [InlineData("", "at least one certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nbm8=\n-----END CERTIFICATE-----\n", "GITLAB_CA_FILE")]
    public void A_file_without_certificates_is_a_fault(string content, string problem)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "ca.pem");
            File.WriteAllText(path, content);
            Should
                .Throw<FunctionEnvironmentException>(() => Create(new(Complete) { [EnvironmentVariables.GitLabCaFile] = path }))
                .Message.ShouldContain(problem);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_authority_in_a_file_is_taken()
    {
        await using var gitLab = await GitLabServer.StartAsync(_ => Task.CompletedTask);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "ca.pem");
            await File.WriteAllTextAsync(path, gitLab.Authority.ExportCertificatePem());
            Create(new(Complete) { [EnvironmentVariables.GitLabCaFile] = path }).ShouldNotBeNull();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ApprovalDeployFunction Create(Dictionary<string, string> environment) =>
        Composition.Create(environment.GetValueOrDefault, Stream.Null, TimeProvider.System, () => 0.5);
}
