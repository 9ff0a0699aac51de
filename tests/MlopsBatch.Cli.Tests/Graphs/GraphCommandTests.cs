using System.Xml.Linq;
using Snapshooter.Xunit;

namespace MlopsBatch.Cli.Tests.Graphs;

public sealed class GraphCommandTests : IDisposable
{
    private const string Single = "docs/examples/Pulumi.single.yaml";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-graph-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("loop")]
    [InlineData("pipelines")]
    [InlineData("s3")]
    public void Mermaid_is_the_default(string picture) => Snapshot.Match(GraphRun.Of(picture).Text(), $"Graph_{picture}_as_Mermaid");

    [Fact]
    public void Loop_of_an_account_that_only_builds() => Snapshot.Match(GraphRun.Of("loop", "--stack", "dev").Text(), "Graph_loop_of_dev");

    [Theory]
    [InlineData("loop")]
    [InlineData("pipelines")]
    [InlineData("s3")]
    public void Pictures_in_the_documentation_are_up_to_date(string picture)
    {
        var file = Path.Combine(
            CliContext.Create(TextWriter.Null, TextWriter.Null, redirected: true, _ => null).ProjectRoot.FullName,
            "docs",
            "pictures",
            $"{picture}.svg"
        );
        File.ReadAllText(file)
            .ShouldBe(
                GraphRun.Of(picture, "--format", "svg").Text(),
                $"draw it again: ./mlops graph {picture} --format svg --out docs/pictures/{picture}.svg"
            );
    }

    [Theory]
    [InlineData("loop", "dev")]
    [InlineData("loop", "prod")]
    [InlineData("loop", Single)]
    [InlineData("pipelines", "dev")]
    [InlineData("pipelines", Single)]
    [InlineData("s3", "dev")]
    [InlineData("s3", "prod")]
    [InlineData("s3", Single)]
    public void Texts_neither_touch_each_other_nor_leave_the_picture(string picture, string stack)
    {
        var svg = GraphRun.Of(picture, "--stack", stack, "--format", "svg").Svg();
        var texts = SvgTexts.Of(svg);
        var all = SvgTexts.ViewBox(svg);

        texts.Count.ShouldBeGreaterThan(10);
        foreach (var (index, one) in texts.Index())
        {
            (one.Box.X >= 0 && one.Box.Y >= 0 && one.Box.Right <= all.Width && one.Box.Bottom <= all.Height).ShouldBeTrue(
                $"\"{one.Text}\" is cut"
            );
            texts
                .Skip(index + 1)
                .Where(other => other.Box.Overlaps(one.Box))
                .Select(other => other.Text)
                .ShouldBeEmpty($"\"{one.Text}\" is written over");
        }
    }

    [Theory]
    [InlineData("loop")]
    [InlineData("pipelines")]
    [InlineData("s3")]
    public void Svg_needs_nothing_else_and_is_made_for_light_and_dark(string picture)
    {
        var svg = GraphRun.Of(picture, "--format", "svg").Svg();

        svg.Root!.Name.ShouldBe(XNamespace.Get("http://www.w3.org/2000/svg") + "svg");
        svg.Descendants()
            .Select(element => element.Name.LocalName)
            .Distinct()
            .ShouldBeSubsetOf(["svg", "title", "desc", "style", "g", "rect", "path", "text"]);
        svg.Descendants()
            .Attributes()
            .ShouldAllBe(attribute => !attribute.Value.Contains("url(") && !attribute.Name.LocalName.Contains("href"));
        svg.ToString().ShouldContain("prefers-color-scheme:dark");
        svg.ToString().ShouldNotContain("@import");
    }

    [Fact]
    public void While_no_version_is_approved_batch_inference_is_one_step()
    {
        var texts = SvgTexts
            .Of(GraphRun.Of("pipelines", "--stack", Single, "--approved", "none", "--format", "svg").Svg())
            .Select(text => text.Text)
            .ToList();

        texts.ShouldContain("NoApprovedModel");
        texts.ShouldNotContain("BatchInferenceStep");
    }

    [Fact]
    public void Out_writes_the_file_and_its_folder()
    {
        var file = Path.Combine(_folder.FullName, "new", "s3.svg");

        GraphRun.Of("s3", "--format", "svg", "--out", file).Text().ShouldBe(file + Environment.NewLine);
        File.ReadAllText(file).ShouldBe(GraphRun.Of("s3", "--format", "svg").Text());
    }

    [Fact]
    public void Out_to_where_a_folder_is_says_so()
    {
        var run = GraphRun.Of("s3", "--out", _folder.FullName);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith($"--out: can't write to \"{_folder.FullName}\": ");
    }

    [Fact]
    public void Unknown_stack_lists_the_stacks()
    {
        var run = GraphRun.Of("loop", "--stack", "test");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("--stack: got \"test\", but there is no Pulumi.test.yaml; stacks here: dev, prod, staging");
    }

    [Fact]
    public void A_stack_without_pipelines_says_why_there_is_no_picture()
    {
        var file = Path.Combine(_folder.FullName, "Pulumi.shared.yaml");
        File.WriteAllText(
            file,
            """
            config:
              aws:region: eu-west-1
              mlops-batch:settings:
                roles: [registry]
                bucket: {name: example-mlops}
                notifications: {recipients: [ops@example.com]}
                gitLab: {url: "https://gitlab.example.com", project: group/project}
                models: [{name: abalone, responsible: [ds@example.com], metric: {name: mse, threshold: 10}}]
            """
        );

        var run = GraphRun.Of("s3", "--stack", file);

        run.Error.ShouldBe(
            $"--stack: \"{file}\" declares no pipelines, because its roles are registry; draw a stack with the role build "
                + $"or deploy.{Environment.NewLine}"
        );
        run.ExitCode.ShouldBe(1);
    }
}
