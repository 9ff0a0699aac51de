using System.CommandLine;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Machine;
using MlopsBatch.LocalCloud;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Local;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops local</c>: a stack in a local cloud that the AWS CLI, boto3 and the other commands use.</summary>
internal static class LocalCommand
{
    private const string Example = "docs/examples/Pulumi.single.yaml";

    public static Command Create(CliContext context)
    {
        var (stack, port) = (StackOption(), PortOption());
        var command = new Command(
            "local",
            "Deploy a stack into a cloud on this machine and keep it up for the AWS CLI, boto3 and './mlops models' until Ctrl-C."
        )
        {
            stack,
            port,
            Environment(context),
            LocalProviderCommand.Create(context),
        };
        command.SetAction((result, cancellation) => RunAsync(context, result.GetRequiredValue(stack), result.GetValue(port), cancellation));
        return command;
    }

    public static Option<string> StackOption() =>
        new("--stack", "-s")
        {
            Description = "Name of a stack, or the path of its file. Default: the example with one account.",
            DefaultValueFactory = _ => Example,
            HelpName = "NAME",
        };

    public static Option<int> PortOption()
    {
        var port = InvariantNumber.Whole("--port", "The loopback port. Default: any that is free.", 0, 65_535, 0);
        port.HelpName = "PORT";
        return port;
    }

    /// <summary>The options of the project's one local cloud.</summary>
    public static async Task<CloudOptions> OptionsAsync(
        CliContext context,
        StackContext stack,
        LocalState state,
        CancellationToken cancellation
    ) =>
        new()
        {
            Root = state.CloudFolder,
            Region = stack.Region,
            PythonCommand = await new Python(context).EnsureAsync(cancellation),
            DataQualityScript = Path.Combine(context.ProjectRoot.FullName, "scripts", ScriptNames.DataQuality),
            Time = context.Time,
            EnforceIam = true,
        };

    private static Command Environment(CliContext context)
    {
        var people = LocalEnvironment.People.Append(LocalEnvironment.Root).ToArray();
        var person = new Argument<string>("person") { Description = $"Who you want to be: {string.Join(", ", people)}." };
        person.AcceptOnlyFromAmong(people);
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "env",
            "Print what a shell needs to talk to the running local cloud as a person: eval \"$(./mlops local env data-scientist)\""
        )
        {
            person,
            json,
        };
        command.SetAction(result =>
        {
            var variables = LocalState.Read(context.ProjectRoot).Variables(result.GetRequiredValue(person));
            if (result.GetValue(json))
            {
                var names = variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value));
                context.Out.WriteLine(new JsonObject(names).ToJsonString(CliJson.Indented));
                return ExitCodes.Success;
            }
            foreach (var (name, value) in variables)
            {
                context.Out.WriteLine($"export {name}='{value}'");
            }
            context.Out.WriteLine("unset AWS_PROFILE AWS_SESSION_TOKEN");
            // AWS CLIs before 2.13 don't know AWS_ENDPOINT_URL.
            context.Out.WriteLine("aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }");
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string name, int port, CancellationToken cancellation)
    {
        var stack = StackOptions.Read(context, name);
        using var state = LocalState.Begin(context.ProjectRoot);
        var options = await OptionsAsync(context, stack, state, cancellation);
        await using var local = await LocalEnvironment.StartAsync([new(null, _ => stack)], options, port);
        state.Write(local, stack.Region);
        context.Out.WriteLine(
            $"{stack.Stack}: {local.Stacks.Sum(one => one.Resources)} resources are deployed; "
                + $"account {local.Cloud.Default.Id}, {stack.Region}."
        );
        context.Out.WriteLine($"The local cloud listens on {local.Server.Url}, GitLab on {local.GitLab.Url}. In another shell:");
        context.Out.WriteLine("  eval \"$(./mlops local env data-scientist)\"");
        context.Out.WriteLine("  aws sagemaker list-pipelines");
        context.Out.WriteLine("Ctrl-C ends it.");
        var told = 0;
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), context.Time, cancellation);
                var mails = local.Cloud.Outbox.Mails;
                foreach (var mail in mails.Skip(told))
                {
                    context.Out.WriteLine($"mail to {mail.To}: {mail.Subject}");
                }
                told = mails.Count;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            context.Out.WriteLine("The local cloud is down.");
            return ExitCodes.Success;
        }
    }
}
