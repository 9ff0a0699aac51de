using System.Xml.Linq;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;

namespace MlopsBatch.Cli.Tests.Graphs;

/// <summary>One run of <c>mlops graph</c>.</summary>
internal sealed record GraphRun(int ExitCode, string Out, string Error)
{
    public static GraphRun Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = CliContext.Create(output, error, redirected: true, _ => null);
        var exitCode = CommandRun.RunAsync(context, GraphCommand.Create(context), arguments).GetAwaiter().GetResult();
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The picture, which has to be there.</summary>
    public string Text()
    {
        Error.ShouldBeEmpty();
        ExitCode.ShouldBe(0);
        return Out;
    }

    public XDocument Svg() => XDocument.Parse(Text());
}
