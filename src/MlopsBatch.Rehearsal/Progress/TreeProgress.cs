using MlopsBatch.Rehearsal.Reporting;
using Spectre.Console;

namespace MlopsBatch.Rehearsal.Progress;

/// <summary>A tree that changes while the rehearsal runs: executions, their steps, how long each takes.</summary>
public sealed class TreeProgress(IAnsiConsole console, TimeProvider time) : IRehearsalProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(120);
    private static readonly string[] Frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private readonly Lock _gate = new();
    private readonly List<Execution> _executions = [];
    private readonly List<string> _said = [];
    private readonly long _start = time.GetTimestamp();
    private int _frame;

    /// <summary>Shows the tree for as long as <paramref name="work"/> runs, the part that fits; then the whole of it, to stay.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await console
                .Live(Render())
                .AutoClear(true)
                .Overflow(VerticalOverflow.Crop)
                .Cropping(VerticalOverflowCropping.Top)
                .StartAsync(async display =>
                {
                    var running = work();
                    while (!running.IsCompleted)
                    {
                        await Task.WhenAny(running, Task.Delay(Refresh, time, CancellationToken.None));
                        display.UpdateTarget(Render());
                    }

                    return await running;
                });
        }
        finally
        {
            console.Write(Render());
        }
    }

    /// <inheritdoc/>
    public void Say(string text)
    {
        lock (_gate)
        {
            _said.Add(text);
        }
    }

    /// <inheritdoc/>
    public void ExecutionStarted(string id, string pipeline, string trigger)
    {
        lock (_gate)
        {
            _executions.Add(new(id, pipeline, trigger));
        }
    }

    /// <inheritdoc/>
    public void StepChanged(string id, StepReport step)
    {
        lock (_gate)
        {
            var steps = Find(id).Steps;
            var index = steps.FindIndex(known => known.Report.Name == step.Name);
            if (index < 0)
            {
                steps.Add(new(step, time.GetTimestamp()));
            }
            else
            {
                steps[index] = steps[index] with { Report = step };
            }
        }
    }

    /// <inheritdoc/>
    public void ExecutionEnded(ExecutionReport execution)
    {
        lock (_gate)
        {
            Find(execution.Id).Report = execution;
        }
    }

    private Execution Find(string id) => _executions.FindLast(execution => execution.Id == id)!;

    private Tree Render()
    {
        lock (_gate)
        {
            _frame = (_frame + 1) % Frames.Length;
            var tree = new Tree($"[bold]Rehearsal[/] [grey]{time.GetElapsedTime(_start).TotalSeconds:0.0} s[/]")
            {
                Style = new Style(Color.Grey),
            };
            foreach (var text in _said)
            {
                tree.AddNode($"[grey]{Markup.Escape(text)}[/]");
            }

            foreach (var execution in _executions)
            {
                var node = tree.AddNode(Title(execution));
                foreach (var step in execution.Steps)
                {
                    node.AddNode(Line(step));
                }
            }

            return tree;
        }
    }

    private string Title(Execution execution) =>
        execution.Report is { } report
            ? $"{Mark(report.Status)} [bold]{Sentence.Title(report)}[/] [grey]{report.Seconds:0.0} s, "
                + $"{Markup.Escape(execution.Trigger)}[/]{Markup.Escape(Sentence.Of(report))}"
            : $"{Mark("Executing")} [bold]{execution.Pipeline}[/] [grey]{Markup.Escape(execution.Trigger)}[/]";

    private string Line(Step step)
    {
        var seconds = step.Report.Status is "Starting" or "Executing"
            ? time.GetElapsedTime(step.Started).TotalSeconds
            : step.Report.Seconds;
        var reason = step.Report.FailureReason is { } text ? $" [red]{Markup.Escape(text.ReplaceLineEndings(" "))}[/]" : "";
        return $"{Mark(step.Report.Status)} {Markup.Escape(step.Report.Name)} [grey]{step.Report.Type} {seconds:0.0} s[/]{reason}";
    }

    private string Mark(string status) =>
        status switch
        {
            "Succeeded" => "[green]✓[/]",
            "Failed" => "[red]✗[/]",
            "Stopped" => "[yellow]■[/]",
            _ => $"[blue]{Frames[_frame]}[/]",
        };

    private sealed class Execution(string id, string pipeline, string trigger)
    {
        public string Id { get; } = id;

        public string Pipeline { get; } = pipeline;

        public string Trigger { get; } = trigger;

        public List<Step> Steps { get; } = [];

        public ExecutionReport? Report { get; set; }
    }

    private sealed record Step(StepReport Report, long Started);
}
