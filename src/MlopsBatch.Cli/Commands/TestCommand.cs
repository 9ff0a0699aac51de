using System.CommandLine;
using MlopsBatch.Cli.Testing;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops test</c>: builds the solution and runs every test, .NET and Python.</summary>
internal static class TestCommand
{
    public static Command Create(CliContext context)
    {
        var command = new Command(
            "test",
            "Build everything and run the whole test suite, .NET and Python. Exit code 0 only if all passed."
        );
        var coverage = new Option<bool>("--coverage")
        {
            Description = "Print which share of each assembly's lines the .NET tests reach; reports go to artifacts/coverage.",
        };
        command.Add(coverage);
        command.SetAction((result, cancellation) => new TestRun(context, result.GetValue(coverage)).RunAsync(cancellation));
        return command;
    }
}
