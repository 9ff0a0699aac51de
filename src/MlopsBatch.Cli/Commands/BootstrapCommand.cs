using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using MlopsBatch.Aws;
using MlopsBatch.CiRights;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Inspection;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops bootstrap</c>: what <c>eng/bootstrap.sh</c> asks of the program that is to be deployed.</summary>
internal static partial class BootstrapCommand
{
    /// <summary>Managed policies of a role where AWS has raised the quota as far as it does.</summary>
    private const int Raised = 20;

    public static Command Create(CliContext context) =>
        new("bootstrap", "What eng/bootstrap.sh asks of the program: the rights that CI's roles need.") { Policies(context) };

    private static Command Policies(CliContext context)
    {
        var options = new StackOptions();
        var account = new Option<string>("--account")
        {
            Description = "Account that the stack is deployed in, twelve digits.",
            DefaultValueFactory = _ => StackEvaluator.PlaceholderAccount,
            HelpName = "ID",
        };
        account.Validators.Add(result =>
        {
            if (!AccountId().IsMatch(result.GetValueOrDefault<string>()))
            {
                result.AddError($"--account: got \"{result.GetValueOrDefault<string>()}\", needs twelve digits, such as 111122223333");
            }
        });
        var folder = new Option<DirectoryInfo?>("--out")
        {
            Description = "Folder to write deploy-1.json, preview-1.json … to; made if it does not exist. Left out, they are printed.",
            HelpName = "FOLDER",
        };
        var command = new Command(
            "policies",
            "The managed policies of CI's deploying and previewing role, made from the resources that a stack declares; needs no AWS."
        )
        {
            options.Stack,
            account,
            folder,
        };
        command.SetAction(
            async (result, _) =>
            {
                var stack = options.Read(context, result);
                var id = result.GetRequiredValue(account);
                var approved = FixedApprovedModels.First(stack.Settings, stack.Region, id);
                var evaluated = await StackEvaluator.EvaluateAsync(stack, approved, id);
                return Write(context, new CiPolicies(stack, evaluated, id), result.GetValue(folder));
            }
        );
        return command;
    }

    private static int Write(CliContext context, CiPolicies policies, DirectoryInfo? folder)
    {
        var roles = new[] { (Name: "deploy", Documents: policies.Deploy), (Name: "preview", Documents: policies.Preview) };
        foreach (var role in roles.Where(role => role.Documents.Length > Quotas.PoliciesPerRole.Most))
        {
            context.Error.WriteLine(
                role.Documents.Length > Raised
                    ? $"The {role.Name} role needs {role.Documents.Length} managed policies, and AWS attaches at most {Raised} to a role: "
                        + "spread the models over stacks in several accounts."
                    : $"warning: the {role.Name} role needs {role.Documents.Length} managed policies, and AWS attaches "
                        + $"{Quotas.PoliciesPerRole.Most} to a role unless the account's quota is raised: "
                        + $"raise it first (to {Raised} at most)."
            );
        }

        folder?.Create();
        foreach (var (name, documents) in roles)
        {
            foreach (var (index, document) in documents.Index())
            {
                var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{index + 1}.json");
                if (folder is null)
                {
                    context.Out.WriteLine($"# {file}: {document.Length} of {Quotas.ManagedPolicy.Most} characters");
                    context.Out.WriteLine(document);
                }
                else
                {
                    File.WriteAllText(Path.Combine(folder.FullName, file), document);
                    context.Out.WriteLine($"{file}: {document.Length} of {Quotas.ManagedPolicy.Most} characters");
                }
            }
        }

        return roles.Any(role => role.Documents.Length > Raised) ? ExitCodes.Failure : ExitCodes.Success;
    }

    [GeneratedRegex("^[0-9]{12}\\z")]
    private static partial Regex AccountId();
}
