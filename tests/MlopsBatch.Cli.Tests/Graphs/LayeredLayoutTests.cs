using CsCheck;
using MlopsBatch.Cli.Graphs;
using MlopsBatch.Cli.Graphs.Layout;

namespace MlopsBatch.Cli.Tests.Graphs;

public sealed class LayeredLayoutTests
{
    /// <summary>Panels without circles: arrows lead from lower to higher numbers, some of them with a label.</summary>
    private static readonly Gen<Panel> Panels =
        from count in Gen.Int[1, 14]
        from flow in Gen.Enum<Flow>()
        from names in Gen.Int[1, 30].Array[count]
        from pairs in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1], Gen.Bool).Array[0, 24]
        select new Panel(
            "panel",
            flow,
            [.. names.Select((length, index) => new Node($"{index}", new string('x', length), "detail", Tones.Neutral))],
            [
                .. pairs
                    .Where(pair => pair.Item1 != pair.Item2)
                    .Select(pair => new Edge(
                        $"{Math.Min(pair.Item1, pair.Item2)}",
                        $"{Math.Max(pair.Item1, pair.Item2)}",
                        Tones.Neutral,
                        pair.Item3 ? "label" : ""
                    ))
                    .Distinct(),
            ]
        );

    [Fact]
    public void Boxes_and_labels_never_touch() =>
        Panels.Sample(
            panel =>
            {
                var placed = LayeredLayout.Of(panel);
                var boxes = placed.Nodes.Select(node => node.Box).Concat(placed.Edges.Select(edge => edge.Label).OfType<Box>()).ToList();
                return boxes.Index().All(one => boxes.Skip(one.Index + 1).All(other => !one.Item.Overlaps(other)))
                    && boxes.All(box => box.X >= 0 && box.Y >= 0 && box.Right <= placed.Width && box.Bottom <= placed.Height);
            },
            iter: 200
        );

    [Fact]
    public void Every_arrow_leads_onward_from_box_to_box() =>
        Panels.Sample(
            panel =>
            {
                var placed = LayeredLayout.Of(panel);
                var boxes = placed.Nodes.ToDictionary(node => node.Node.Id, node => node.Box);
                return placed.Edges.Count == panel.Edges.Count
                    && placed.Edges.All(edge =>
                    {
                        var (from, to, first, last) = (boxes[edge.Edge.From], boxes[edge.Edge.To], edge.Points[0], edge.Points[^1]);
                        return panel.Flow == Flow.Down
                            ? Near(first.Y, from.Bottom)
                                && Near(last.Y, to.Y)
                                && from.Bottom < to.Y
                                && Within(first.X, from.X, from.Right)
                                && Within(last.X, to.X, to.Right)
                            : Near(first.X, from.Right)
                                && Near(last.X, to.X)
                                && from.Right < to.X
                                && Within(first.Y, from.Y, from.Bottom)
                                && Within(last.Y, to.Y, to.Bottom);
                    });
            },
            iter: 200
        );

    [Fact]
    public void A_circle_without_an_arrow_back_is_named() =>
        Should
            .Throw<InvalidOperationException>(() => LayeredLayout.Of(Circle(isBack: false)))
            .Message.ShouldBe("The arrows of \"circle\" go round in a circle: mark those that lead back.");

    [Fact]
    public void An_arrow_back_goes_around_the_boxes()
    {
        var placed = LayeredLayout.Of(Circle(isBack: true));
        var back = placed.Edges.Single(edge => edge.Edge.IsBack);

        back.Label.ShouldNotBeNull();
        back.Points.Count.ShouldBe(6);
        (
            back.Points.Max(point => point.X) > placed.Nodes.Max(node => node.Box.Right)
            || back.Points.Min(point => point.X) < placed.Nodes.Min(node => node.Box.X)
        ).ShouldBeTrue();
        placed.Nodes.ShouldAllBe(node => !node.Box.Overlaps(back.Label));
    }

    private static Panel Circle(bool isBack) =>
        new(
            "circle",
            Flow.Down,
            [new("a", "a", "", Tones.Neutral), new("b", "b", "", Tones.Neutral), new("c", "c", "", Tones.Neutral)],
            [new("a", "b", Tones.Neutral), new("b", "c", Tones.Neutral), new("c", "a", Tones.Neutral, "again") { IsBack = isBack }]
        );

    private static bool Near(double one, double other) => Math.Abs(one - other) < 0.01;

    private static bool Within(double value, double least, double most) => value >= least - 0.01 && value <= most + 0.01;
}
