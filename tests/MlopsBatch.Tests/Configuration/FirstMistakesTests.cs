using System.Text;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Tests.Stack;
using Snapshooter.Xunit;

namespace MlopsBatch.Tests.Configuration;

/// <summary>The twenty mistakes that a first user is most likely to make in a stack's file, and every word that is answered.</summary>
public class FirstMistakesTests
{
    internal static readonly (string What, string Old, string New)[] Mistakes =
    [
        ("An account with 11 digits", "    models:", "    deployAccounts: [\"22223333444\"]\n    models:"),
        ("An account that isn't quoted", "    models:", "    deployAccounts: [012345678901]\n    models:"),
        ("A threshold in per cent", "{name: mse, threshold: 10}", "{name: r2, threshold: 80%}"),
        ("A region that there isn't", "aws:region: eu-west-1", "aws:region: eu-west1"),
        ("A misspelt key", "    notifications:", "    notfications:"),
        (
            "Two models of one name",
            "    models:",
            "    models:\n      - {name: abalone, responsible: [ds@example.com], metric: {threshold: 10}}"
        ),
        ("Snake case", "      recipients: [ops@example.com]", "      recipients: [ops@example.com]\n      notify_on: all"),
        ("A tab", "      name: example-mlops", "\tname: example-mlops"),
        ("No colon", "      name: example-mlops", "      name example-mlops"),
        ("An instance type's typo", "        target: last", "        target: last\n        instances: {training: {type: ml.m5.lagre}}"),
        ("A mail address without @", "ops@example.com", "ops.example.com"),
        ("Cron with five fields", "0 3 * * ? *", "0 3 * * 1-5"),
        (
            "A key's alias",
            "      name: example-mlops",
            "      name: example-mlops\n      kmsKeyArn: arn:aws:kms:eu-west-1:111122223333:alias/data"
        ),
        ("A bucket with s3://", "name: example-mlops", "name: s3://example-mlops"),
        ("A prefix with a slash", "      name: example-mlops", "      name: example-mlops\n      prefix: scoring/"),
        ("A threshold in words", "threshold: 10", "threshold: ten"),
        ("A range turned round", "integer: [2, 8]", "integer: [8, 2]"),
        ("A metric that there isn't", "name: mse", "name: rsme"),
        (
            "A role of another account",
            "      name: example-mlops",
            "      name: example-mlops\n      roleArn: arn:aws:iam::111122223333:role/jobs\n    iam:\n"
                + "      permissionsBoundary: arn:aws:iam::444455556666:policy/boundary"
        ),
        ("The file of another project", "mlops-batch:settings:", "other-project:settings:"),
    ];

    [Fact]
    public void Each_is_told_with_what_mends_it()
    {
        Mistakes.Length.ShouldBe(20);
        var yaml = File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "docs/examples/Pulumi.single.yaml")).ReplaceLineEndings("\n");
        var text = new StringBuilder();
        foreach (var (what, old, changed) in Mistakes)
        {
            yaml.ShouldContain(old);
            text.Append(what).Append('\n');
            foreach (var fault in Faults(yaml.Replace(old, changed, StringComparison.Ordinal)))
            {
                text.Append("  ").Append(fault).Append('\n');
            }
        }

        Snapshot.Match(text.ToString(), "FirstMistakes");
    }

    private static IReadOnlyList<Fault> Faults(string yaml)
    {
        try
        {
            var file = StackFile.Parse("dev", yaml, "Pulumi.dev.yaml");
            return SettingsReader.TryRead(file.Settings, file.Facts()).Faults;
        }
        catch (FaultException fault)
        {
            return fault.Faults;
        }
    }
}
