using System.CommandLine;
using System.Text.RegularExpressions;
using MlopsBatch.Cli.CommandLine;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops model</c>: scripts of one's own.</summary>
internal static partial class ModelCommand
{
    private static readonly string[] LeftOut = ["tests", "__pycache__", "template"];

    public static Command Create(CliContext context) => new("model", "Bring a model of your own.") { New(context) };

    private static Command New(CliContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The model's name: lower-case letters, digits, single hyphens." };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !ModelName().IsMatch(text))
            {
                result.AddError($"NAME: got \"{text}\", needs 1 to 40 lower-case letters, digits or single hyphens between them.");
            }
        });
        var command = new Command("new", "Lay out models/NAME: small step scripts on the shared modules, with an estimator to replace.")
        {
            name,
        };
        command.SetAction(result =>
        {
            var target = new DirectoryInfo(Path.Combine(context.ProjectRoot.FullName, "models", result.GetRequiredValue(name)));
            if (target.Exists)
            {
                context.Error.WriteLine($"mlops: {target.FullName} is there already; choose another name, or remove it.");
                return ExitCodes.Failure;
            }

            var scripts = new DirectoryInfo(Path.Combine(context.ProjectRoot.FullName, "scripts"));
            Copy(scripts, target);
            Copy(new(Path.Combine(scripts.FullName, "rehearsal", "template")), target);
            var relative = $"models/{target.Name}";
            context.Out.WriteLine(
                $"""
                {relative}/training.py      your estimator: replace fit
                {relative}/contract.json    its hyperparameters
                Try it:     ./mlops rehearse --scripts {relative}
                Deploy it:  scripts: {relative} in the model's settings
                More:       docs/bring-your-own-model.md
                """
            );
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Copy(DirectoryInfo source, DirectoryInfo target)
    {
        target.Create();
        foreach (var file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target.FullName, file.Name), overwrite: true);
        }

        foreach (var folder in source.EnumerateDirectories().Where(folder => !LeftOut.Contains(folder.Name)))
        {
            Copy(folder, new(Path.Combine(target.FullName, folder.Name)));
        }
    }

    [GeneratedRegex("^(?=.{1,40}\\z)[a-z0-9](-?[a-z0-9])*\\z")]
    private static partial Regex ModelName();
}
