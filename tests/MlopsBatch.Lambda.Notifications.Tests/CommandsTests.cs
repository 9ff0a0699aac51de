using System.Diagnostics;
using System.Text.Json.Nodes;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>Commands of mails, run by a shell with a stand-in for the AWS CLI: they mean what their text says.</summary>
public sealed class CommandsTests
{
    private static readonly Scene Scene = Rig.Scene;

    public static TheoryData<string> Names =>
        new()
        {
            "batch-2026-11-20.csv",
            "batch (1).csv; rm -rf ~",
            "$(reboot) `reboot` ${HOME}.csv",
            "it's \"quoted\".csv",
            "Größe, Länge=7;[a]{b}.csv",
            "100%25+1 & <more>.csv",
            "two\nlines\r.csv",
            "back\\slash\t.csv",
            "\U0001F9AA.csv",
        };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_pipeline_is_started_for_the_very_key_of_the_event(string name)
    {
        var key = Scene.Layout.InferenceData.Key("x")[..^1] + name;
        var dead = EventTemplates.ObjectCreated(Scene, "KEY");
        EventTemplates.Detail(dead)["object"]!["key"] = key;
        var mail = await new Rig().MailOfAsync(
            EventTemplates.DeadLetter(
                Scene,
                dead.ToJsonString(),
                new Dictionary<string, string> { ["TARGET_ARN"] = Scene.PipelineArn(PipelineKind.BatchInference) }
            )
        );
        var arguments = Run(CommandIn(mail.Body, "aws sagemaker start-pipeline-execution"));
        var parameter = JsonNode.Parse(arguments[Array.IndexOf(arguments, "--pipeline-parameters") + 1])![0]!;
        ((string)parameter["Name"]!).ShouldBe(ParameterNames.InputKey);
        ((string)parameter["Value"]!).ShouldBe(key);
    }

    /// <summary>A person who pastes it unchanged has started nothing; one who fills in the key has started it for that key.</summary>
    [Fact]
    public async Task A_command_whose_key_is_to_be_filled_in_does_nothing_until_it_is()
    {
        var mail = await Table.Rows.First(row => row.Kind == MailKinds.ModelRolledBack).MailAsync();
        var command = CommandIn(mail.Body, "KEY=''\naws ");

        var (exit, output, error) = Shell(command);
        exit.ShouldNotBe(0);
        output.ShouldBeEmpty();
        error.ShouldContain("put the key of the object into KEY first");

        var arguments = Run(command.Replace("KEY=''", "KEY='2026/11/20 a,b.csv'", StringComparison.Ordinal));
        var parameter = JsonNode.Parse(arguments[Array.IndexOf(arguments, "--pipeline-parameters") + 1])![0]!;
        ((string)parameter["Value"]!).ShouldBe("2026/11/20 a,b.csv");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_function_is_given_the_very_event_again(string name)
    {
        var e = EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, description: name);
        var envelope = new JsonObject
        {
            ["requestContext"] = new JsonObject
            {
                ["functionArn"] = "arn:aws:lambda:eu-west-1:111122223333:function:x-approval-deploy:$LATEST",
            },
            ["requestPayload"] = e.DeepClone(),
        };
        var rig = new Rig();
        await rig.SendAsync(EventTemplates.DeadLetter(Scene, envelope.ToJsonString()));
        var mail = rig.Mails.First(sent => sent.Kind == MailKinds.DeadLetter);
        var arguments = Run(CommandIn(mail.Body, "aws lambda invoke"));
        JsonNode.DeepEquals(JsonNode.Parse(arguments[Array.IndexOf(arguments, "--payload") + 1]), e).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_ARN_with_anything_but_an_ARNs_signs_gets_into_no_command(string name)
    {
        var version = EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending);
        EventTemplates.Detail(version)["ModelPackageArn"] = $"arn:aws:sagemaker:eu-west-1:111122223333:model-package/{name} /7";
        (await new Rig().MailOfAsync(version)).Kind.ShouldBe(MailKinds.Unknown);
    }

    private static string CommandIn(string body, string beginning)
    {
        var at = body.IndexOf(beginning, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, body);
        return body[at..].Split("\n\n")[0];
    }

    private static string[] Run(string command)
    {
        var (exit, output, error) = Shell(command);
        exit.ShouldBe(0, error);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private static (int Exit, string Output, string Error) Shell(string command)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("aws() { for word; do printf '%s\\0' \"$word\"; done; }\n" + command);
        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output, error.Result);
    }
}
