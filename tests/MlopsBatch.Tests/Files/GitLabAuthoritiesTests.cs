using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MlopsBatch.Faults;
using MlopsBatch.Files;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Files;

/// <summary>The certificate authorities of a self-managed GitLab reach the function that calls it.</summary>
public sealed class GitLabAuthoritiesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mlops-batch-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task The_file_stands_in_the_layer_and_the_function_is_told_of_it()
    {
        var pem = Pem();
        File.WriteAllText(Path.Combine(_root.FullName, "gitlab.pem"), pem);
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "scripts"), Path.Combine(TestStacks.Root.FullName, "scripts"));
        var context = TestStacks.Context(change: settings => settings["gitLab"]!["caFile"] = "gitlab.pem") with
        {
            Files = new ProjectFiles(_root),
        };

        var stack = await StackEvaluator.EvaluateAsync(
            context,
            FixedApprovedModels.First(context.Settings, context.Region, TestStacks.Account)
        );

        var layer = stack.OfType(ResourceTypes.Layer).Single();
        ((string)layer.Inputs["code"]!["archive"]!["gitlab-ca.pem"]!).ShouldBe(pem);
        Variable(stack, "approval-deploy").ShouldBe("/opt/gitlab-ca.pem");
        Variable(stack, "notifications").ShouldBeNull();
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_file_and_no_variable()
    {
        var stack = await TestStacks.EvaluateAsync();
        stack.OfType(ResourceTypes.Layer).Single().Inputs["code"]!["archive"]!["gitlab-ca.pem"].ShouldBeNull();
        Variable(stack, "approval-deploy").ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "there is no such file in the project")]
    [InlineData("", "it holds no certificate in PEM form")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "it can't be read: ")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n", "it holds a private key; only certificates belong there")]
    public void What_is_no_certificate_is_refused(string? content, string problem)
    {
        if (content is not null)
        {
            File.WriteAllText(Path.Combine(_root.FullName, "gitlab.pem"), content);
        }

        var fault = Should.Throw<FaultException>(() => new ProjectFiles(_root).Certificates("gitlab.pem")).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(FaultCatalogue.NoCertificates);
        fault.ToString().ShouldContain($"settings.gitLab.caFile: got \"gitlab.pem\", but {problem}");
    }

    [Theory]
    [InlineData("/etc/ssl/ca.pem")]
    [InlineData("../ca.pem")]
    [InlineData("certificates/../../ca.pem")]
    public void A_path_outside_the_project_is_refused(string path) =>
        Should
            .Throw<FaultException>(() => TestStacks.Context(change: settings => settings["gitLab"]!["caFile"] = path))
            .Message.ShouldContain("gitLab.caFile");

    private static string? Variable(EvaluatedStack stack, string function) =>
        (string?)
            stack.OfType(ResourceTypes.Function).Single(found => found.Name == function).Inputs["environment"]!["variables"]![
                "GITLAB_CA_FILE"
            ];

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var from = DateTimeOffset.UnixEpoch.AddYears(50);
        using var certificate = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            from,
            from.AddYears(50)
        );
        return certificate.ExportCertificatePem();
    }
}
