using CsCheck;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Pipelines.Tests.Support;

namespace MlopsBatch.Pipelines.Tests.Storage;

public class S3LayoutTests
{
    private static readonly Gen<S3Layout> Layouts =
        from prefix in Gen.OneOf(Gen.Const(""), ProjectGen.Word, Gen.Select(ProjectGen.Word, ProjectGen.Word, (a, b) => $"/{a}/{b}/"))
        from model in ProjectGen.Word
        select new S3Layout("bucket", prefix, model);

    private static readonly Gen<string> Rest = Gen.String[Gen.Char["abc/.-_ "], 1, 20];

    [Fact]
    public void Every_key_is_in_exactly_one_folder_and_so_in_one_lifecycle_class() =>
        Gen.Select(Layouts, Gen.Int[0, 11], Rest)
            .Sample(
                (layout, index, rest) =>
                {
                    var folder = layout.Folders[index];
                    var key = folder.Key("q9w8e7r6t5y4", rest);
                    return layout.Folders.Where(other => key.StartsWith(other.Prefix, StringComparison.Ordinal)).SequenceEqual([folder])
                        && ReferenceEquals(layout.FolderOf(key), folder);
                }
            );

    [Fact]
    public void Models_never_share_a_key() =>
        Gen.Select(Layouts, ProjectGen.Word, Rest)
            .Sample(
                (layout, other, rest) =>
                    layout.Root.EndsWith("/" + other, StringComparison.Ordinal)
                    || layout.Root == other
                    || layout.Folders.All(folder => new S3Layout("bucket", Prefix(layout), other).FolderOf(folder.Key(rest)) is null)
            );

    [Fact]
    public void A_key_outside_is_in_no_folder()
    {
        var layout = new S3Layout("bucket", "mlops", "abalone");
        foreach (
            var key in new[]
            {
                "mlops/abalone",
                "mlops/abalone/",
                "mlops/abalone2/scripts/x",
                "abalone/scripts/x",
                "mlops/abalone/scripts/",
                "mlops/abalone/scripts2/x",
            }
        )
        {
            layout.FolderOf(key).ShouldBeNull(key);
        }
    }

    [Fact]
    public void The_folders_of_a_model() =>
        new S3Layout("bucket", "mlops", "abalone")
            .Folders.Select(folder => $"{folder.Path} {folder.Lifecycle}")
            .ShouldBe([
                "mlops/abalone/training/data/raw Supplied",
                "mlops/abalone/training/processed Transient",
                "mlops/abalone/training/model Kept",
                "mlops/abalone/training/evaluation Kept",
                "mlops/abalone/batch-scoring/data/raw Supplied",
                "mlops/abalone/batch-scoring/data/ground-truth Supplied",
                "mlops/abalone/batch-scoring/processed Transient",
                "mlops/abalone/batch-scoring/results Kept",
                "mlops/abalone/batch-scoring/combined Transient",
                "mlops/abalone/monitoring/data-quality Kept",
                "mlops/abalone/monitoring/model-quality Kept",
                "mlops/abalone/scripts Kept",
            ]);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Without_a_prefix_keys_start_with_the_model(string prefix) =>
        new S3Layout("bucket", prefix, "abalone").GroundTruthMarkerKey.ShouldBe("abalone/batch-scoring/data/ground-truth/.marker");

    [Fact]
    public void The_execution_is_read_from_the_key()
    {
        var folder = new S3Layout("bucket", "mlops", "abalone").DataQuality;
        folder.ExecutionOf(folder.Key("q9w8e7r6t5y4", S3Layout.ConstraintViolations)).ShouldBe("q9w8e7r6t5y4");
        folder.ExecutionOf(folder.Key("loose.json")).ShouldBeNull();
        folder.ExecutionOf("other/key/x").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Definitions.Rows), MemberType = typeof(Definitions))]
    public void Every_uri_in_a_definition_is_in_the_layout(string name, DataQualityEngine engine)
    {
        var layout = SampleProject.Project.Layout;
        var literals = Definitions
            .Named(name, engine)
            .ToJson()
            .Split('"')
            .Where(text =>
                text.StartsWith($"s3://{layout.Bucket}/", StringComparison.Ordinal) && text.Length > $"s3://{layout.Bucket}/".Length
            );
        literals.ShouldAllBe(uri => layout.Folders.Any(folder => uri.StartsWith(folder.Uri, StringComparison.Ordinal)));
    }

    private static string Prefix(S3Layout layout) => layout.Root.Contains('/') ? layout.Root[..layout.Root.LastIndexOf('/')] : "";
}
