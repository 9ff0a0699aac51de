using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Configuration.Schema;
using MlopsBatch.Faults;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops config</c>: settings taken over from the Terraform predecessor, mended, moved, described.</summary>
internal static class ConfigCommand
{
    public static Command Create(CliContext context) => new("config", "Work with configuration.")
        {
            Import(context),
            ConfigMendCommand.Create(context),
            ConfigMoveCommand.Create(context),
            Schema(context),
        };

    private static Command Schema(CliContext context)
    {
        var command = new Command(
            "schema",
            "Print the JSON Schema of stacks' files, with which an editor completes and explains every key; docs/stack.schema.json is it."
        );
        command.SetAction(_ =>
        {
            context.Out.WriteLine(StackSchema.Create().ToJsonString(CliJson.Indented));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Import(CliContext context)
    {
        var file = new Argument<FileInfo>("file") { Description = "The tfvars file, such as dev_env.tfvars.", HelpName = "FILE.tfvars" };
        var region = new Option<string>("--region") { Description = "Value of aws:region.", DefaultValueFactory = _ => "eu-west-1" };
        var output = new Option<FileInfo?>("--out")
        {
            Description = "File to write, such as Pulumi.dev.yaml; it must not exist. Left out, standard output.",
            HelpName = "FILE",
        };
        var command = new Command(
            "import",
            "Turn a Terraform variables file of the public sample into a stack's file. Every variable has a home: docs/configuration.md."
        )
        {
            file,
            region,
            output,
        };
        command.SetAction(result => Run(context, result.GetRequiredValue(file), result.GetRequiredValue(region), result.GetValue(output)));
        return command;
    }

    private static int Run(CliContext context, FileInfo file, string region, FileInfo? output)
    {
        if (!file.Exists)
        {
            throw new FaultException(new Fault(FaultCatalogue.Tfvars, $"file: got \"{file}\", but there is no such file"));
        }

        if (output?.Exists == true)
        {
            throw new FaultException(
                new Fault(FaultCatalogue.Tfvars, $"--out: got \"{output}\", which exists already; name another file, or remove it")
            );
        }

        var import = TfvarsImport.Read(File.ReadAllText(file.FullName), file.Name);
        var yaml = SettingsYaml.Write(region, import.Settings);
        if (output is null)
        {
            context.Out.Write(yaml);
        }
        else
        {
            output.Directory?.Create();
            File.WriteAllText(output.FullName, yaml);
        }

        foreach (var note in import.Notes)
        {
            context.Error.WriteLine($"note: {note}");
        }

        var (_, faults) = SettingsReader.TryRead(import.Settings.ToJsonString(), new StackFacts(StackOf(output), region, RunId: "import"));
        foreach (var fault in faults)
        {
            context.Error.WriteLine($"to mend: {fault}");
        }

        return 0;
    }

    /// <summary>The stack that the file is for.</summary>
    private static string StackOf(FileInfo? output) =>
        output?.Name.Split('.') is ["Pulumi", .. var name, "yaml"] && name.Length > 0 ? string.Join('.', name) : "dev";
}
