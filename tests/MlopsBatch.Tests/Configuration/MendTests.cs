using CsCheck;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>A mend that is printed mends: its fault is gone, no other comes, and nothing else in the file changes.</summary>
public class MendTests
{
    private static readonly string[] Stacks = ["docs/examples/Pulumi.single.yaml", "dev", "staging", "prod"];

    /// <summary>One place of a stack's settings and what becomes of it.</summary>
    private static readonly Gen<(string Stack, int Place, int Damage, int Letter)> Damages = Gen.Select(
        Gen.Int[0, Stacks.Length - 1].Select(index => Stacks[index]),
        Gen.Int[0, 10_000],
        Gen.Int[0, SettingsDamage.Kinds - 1],
        Gen.Int[0, 50]
    );

    [Fact]
    public void Each_printed_mend_takes_its_fault_away_and_brings_no_other()
    {
        var (faulty, mended) = (0, 0);
        Damages.Sample(
            damage =>
            {
                var yaml = SettingsDamage.Make(damage.Stack, damage.Place, damage.Damage, damage.Letter);
                var (faults, facts) = Check(yaml);
                Interlocked.Add(ref faulty, faults.Count > 0 ? 1 : 0);
                foreach (var fault in faults.Where(fault => fault.Mend.Count > 0))
                {
                    var text = StackFileEditor.Apply(yaml, fault.Mend).ShouldNotBeNull($"{fault}\n{yaml}");
                    var after = Check(text).Faults;
                    after.Count.ShouldBeLessThan(faults.Count, $"{fault}\n{string.Join('\n', after)}");
                    after.Select(one => one.Code).ShouldBeSubsetOf(faults.Select(one => one.Code), $"{fault}");
                    fault.Message.ShouldContain($"{facts.Stack}");
                    Interlocked.Increment(ref mended);
                }
            },
            seed: "0000KOIPA036",
            iter: 3000,
            threads: 1
        );
        // The damage is real, and most of it can be mended with the user's own value.
        faulty.ShouldBeGreaterThan(1000);
        mended.ShouldBeGreaterThan(faulty / 3);
    }

    [Theory]
    [InlineData("models[0].name", "\"Churn_EU\"", "settings.models[0].name", "churn-eu")]
    [InlineData("models[0].metric.threshold", "\"80%\"", "settings.models[0].metric.threshold", "0.8")]
    [InlineData("models[0].metric.name", "\"rsme\"", "settings.models[0].metric.name", "rmse")]
    [InlineData("roles[1]", "\"biuld\"", "settings.roles[1]", "build")]
    [InlineData("bucket.name", "\"s3://example-mlops/mlops/\"", "settings.bucket.name", "example-mlops")]
    [InlineData("bucket.prefix", "\"mlops/\"", "settings.bucket.prefix", "mlops")]
    [InlineData(
        "models[0].schedules.inference.cron",
        "\"0 3 * * 1-5\"",
        "settings.models[0].schedules.inference.cron",
        "'0 3 ? * MON-FRI *'"
    )]
    [InlineData(
        "models[0].schedules.inference.timeZone",
        "\"Europe/berlin\"",
        "settings.models[0].schedules.inference.timeZone",
        "Europe/Berlin"
    )]
    [InlineData("gitLab.project", "\"https://gitlab.example.com/group/project.git\"", "settings.gitLab.project", "group/project")]
    [InlineData("models[0].metric.threshold", "\"10,5\"", "settings.models[0].metric.threshold", "10.5")]
    [InlineData("models[0].header", "\"yes\"", "settings.models[0].header", "true")]
    [InlineData("models[0].metric.confidence", "95", "settings.models[0].metric.confidence", "0.95")]
    public void The_users_own_value_is_kept(string path, string json, string key, string value)
    {
        var fault = ChangedSettings.FaultsOf(settings => ChangedSettings.Set(settings, path, json)).ShouldHaveSingleItem();
        fault.ShouldEndWith($"; mend it with: pulumi config set --path '{key}' {value} --stack dev");
    }

    [Fact]
    public void A_misspelt_key_is_renamed_with_its_value()
    {
        var settings = TestStacks.Settings();
        var notifications = settings["notifications"]!.DeepClone();
        settings.Remove("notifications");
        settings["notifcations"] = notifications;

        var fault = SettingsReader.TryRead(settings.ToJsonString(), new StackFacts("dev", "eu-west-1")).Faults.ShouldHaveSingleItem();

        fault.ToString()
            .ShouldBe(
                "MB0002 settings.notifcations: unknown key; did you mean \"notifications\"?; mend it with: ./mlops config move "
                    + "'settings.notifcations' 'settings.notifications' --stack dev"
            );
        ConfigTree.Changed(ConfigTree.Of(settings, "eu-west-1"), fault.Mend)!["settings"]!["notifications"]!
            .ToJsonString()
            .ShouldBe(notifications.ToJsonString());
    }

    [Fact]
    public void What_the_pulumi_command_would_do_is_what_was_tried()
    {
        // As the CLI stores what is typed: whole numbers and booleans as such, decimals and leading zeros as text.
        ConfigTree.Typed("10").ToJsonString().ShouldBe("10");
        ConfigTree.Typed("true").ToJsonString().ShouldBe("true");
        ConfigTree.Typed("0.8").ToJsonString().ShouldBe("\"0.8\"");
        ConfigTree.Typed("012345678901").ToJsonString().ShouldBe("\"012345678901\"");

        var commands = new StackCommands("prod", "docs/examples/Pulumi.prod.yaml");
        commands
            .Of(new ConfigEdit.SetValue(SettingsPath.Root.Key("tags").Key("cost center"), "it's"))
            .ShouldBe(
                "pulumi config set --path 'settings.tags[\"cost center\"]' 'it'\\''s' --stack prod --config-file "
                    + "docs/examples/Pulumi.prod.yaml"
            );
        new StackCommands("dev").Of(new ConfigEdit.SetValue(SettingsPath.Root.Key("x"), "-3"))
            .ShouldBe("pulumi config set --path --stack dev -- 'settings.x' -3");
        new StackCommands("dev").Of(new ConfigEdit.RemoveValue(SettingsPath.Root.Key("roles").Index(1)))
            .ShouldBe("pulumi config rm --path 'settings.roles[1]' --stack dev");
    }

    [Fact]
    public void Comments_and_order_of_the_file_stay()
    {
        var yaml = File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "Pulumi.dev.yaml")).ReplaceLineEndings("\n");
        var damaged = yaml.Replace("mode: trigger ", "modee: trigger ", StringComparison.Ordinal)
            .Replace("threshold: 10}", "threshold: \"10,0\"}", StringComparison.Ordinal);
        damaged.ShouldNotBe(yaml);

        var (faults, _) = Check(damaged);

        StackFileEditor.Apply(damaged, [.. faults.SelectMany(fault => fault.Mend)])!.ShouldBe(yaml);
    }

    private static (IReadOnlyList<Fault> Faults, StackFacts Facts) Check(string yaml)
    {
        var file = StackFile.Parse("dev", yaml, "Pulumi.dev.yaml");
        var facts = file.Facts();
        return (SettingsReader.TryRead(file.Settings, facts).Faults, facts);
    }
}
