using System.CommandLine;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Cli.Commands;

/// <summary>Options that say what a user's CSV files look like: the settings of the same names.</summary>
internal sealed class DataOptions
{
    public Option<string> Target { get; } =
        new("--target")
        {
            Description = "The column to predict: last, first, a position from 0, or a name.",
            DefaultValueFactory = _ => "last",
        };

    public Option<bool> Header { get; } = new("--header") { Description = "The first line of the CSVs holds names." };

    public Option<string?> RecordId { get; } =
        new("--record-id") { Description = "The column that identifies a record, by position or name; never a feature." };

    public Option<string[]> Exclude { get; } =
        new("--exclude")
        {
            Description = "Columns that are no features, by position or name.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };

    public Option<string[]> Missing { get; } =
        new("--missing")
        {
            Description = "What stands for a missing value beside an empty field.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };

    public Option<string> Separator { get; } =
        new("--separator") { Description = "What stands between columns: one character, or tab.", DefaultValueFactory = _ => "," };

    public Option<string> Decimal { get; } =
        new("--decimal") { Description = "The decimal mark: a point or a comma.", DefaultValueFactory = _ => "." };

    public Option<string?> PositiveClass { get; } =
        new("--positive-class")
        {
            Description =
                "Of two classes the one that f1, precision and recall speak of. Default: the rarer one in training (the later in "
                + "order from 45 % on).",
        };

    /// <summary>Each of them.</summary>
    public IReadOnlyList<Option> All => [Target, Header, RecordId, Exclude, Missing, Separator, Decimal, PositiveClass];

    public void AddTo(Command command)
    {
        Decimal.AcceptOnlyFromAmong(".", ",");
        Separator.Validators.Add(result =>
        {
            if (SeparatorOf(result.GetValueOrDefault<string>()) is not { Length: 1 } separator || separator is "\"" or "\n")
            {
                result.AddError(
                    $"--separator: got \"{result.GetValueOrDefault<string>()}\", needs one character such as ; or |, or the word tab."
                );
            }
        });
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    public DataFormat Read(ParseResult result) =>
        new()
        {
            Target = result.GetValue(Target)!,
            Header = result.GetValue(Header),
            RecordId = result.GetValue(RecordId) is { Length: > 0 } id ? id : null,
            Exclude = result.GetValue(Exclude) ?? [],
            Missing = result.GetValue(Missing) ?? [],
            Separator = SeparatorOf(result.GetValue(Separator)) ?? ",",
            Decimal = result.GetValue(Decimal)!,
            PositiveClass = result.GetValue(PositiveClass) is { Length: > 0 } name ? name : null,
        };

    private static string? SeparatorOf(string? text) => text is "tab" or "\\t" ? "\t" : text;
}
