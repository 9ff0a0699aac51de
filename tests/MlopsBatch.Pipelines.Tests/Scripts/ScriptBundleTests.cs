using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Pipelines.Tests.Scripts;

public class ScriptBundleTests
{
    private static readonly Dictionary<string, string> Sources = ScriptNames
        .All.Append("lib/tables.py")
        .ToDictionary(name => name, name => $"# {name}\nprint('ünï')\n");

    [Fact]
    public void A_windows_checkout_in_any_order_has_the_same_hash_and_archive()
    {
        var here = Bundle(Sources);
        var windows = ScriptBundle.Create(
            Sources.Reverse().Select(file => KeyValuePair.Create(file.Key.Replace('/', '\\'), Bytes(file.Value.Replace("\n", "\r\n"))))
        );

        windows.Hash.ShouldBe(here.Hash);
        windows.SourceArchive.ShouldBe(here.SourceArchive);
        windows.Files.Keys.ShouldBe(here.Files.Keys);
    }

    [Fact]
    public void Hash_and_archive_do_not_depend_on_machine_runtime_or_compressor()
    {
        var bundle = Bundle(Sources);
        bundle.Hash.ShouldBe("b8eb769daf233918f6f0f7505f4e4e14912d85ac14b11af613b9e09e58016b19");
        Convert
            .ToHexStringLower(SHA256.HashData(bundle.SourceArchive))
            .ShouldBe("1714fa4ec8ff35e96a437b51472f697d0f1659d632f64bdf9da6ed40393806f6");
    }

    [Fact]
    public void Any_other_name_or_content_has_another_hash()
    {
        var hash = Bundle(Sources).Hash;
        Bundle(new(Sources) { ["training.py"] = Sources["training.py"] + " " }).Hash.ShouldNotBe(hash);
        Bundle(new(Sources) { ["more.py"] = "" }).Hash.ShouldNotBe(hash);
        Bundle(new(Sources) { ["a"] = "bc" }).Hash.ShouldNotBe(Bundle(new(Sources) { ["ab"] = "c" }).Hash);
        hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void Carriage_returns_elsewhere_and_binary_files_stay() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(content =>
            {
                var kept = Bundle(Sources, ("data.bin", content)).Files["data.bin"];
                var text = !content.Contains((byte)0);
                var expected = text ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("\r\n", "\n")) : content;
                return kept.AsSpan().SequenceEqual(expected);
            });

    [Fact]
    public void The_archive_holds_the_files_without_times_and_owners() =>
        Gen
            .Byte.Array[0, 200_000]
            .Sample(
                content =>
                {
                    var bundle = Bundle(Sources, ("data.bin", [0, .. content]));
                    using var stream = new GZipStream(new MemoryStream(bundle.SourceArchive), CompressionMode.Decompress);
                    using var tar = new TarReader(stream);
                    var read = new Dictionary<string, byte[]>();
                    while (tar.GetNextEntry() is { } entry)
                    {
                        entry.ModificationTime.ShouldBe(DateTimeOffset.UnixEpoch);
                        (entry.Uid, entry.Gid).ShouldBe((0, 0));
                        using var copy = new MemoryStream();
                        entry.DataStream?.CopyTo(copy);
                        read.Add(entry.Name, copy.ToArray());
                    }

                    read.Keys.ShouldBe(bundle.Files.Keys);
                    return read.All(file => file.Value.AsSpan().SequenceEqual(bundle.Files[file.Key]));
                },
                iter: 20
            );

    [Theory]
    [InlineData("training.py", true)]
    [InlineData("lib/requirements.txt", true)]
    [InlineData("tests", true)]
    [InlineData("tests/test_training.py", false)]
    [InlineData("lib\\tests\\x.py", false)]
    [InlineData("rehearsal/make_data.py", false)]
    [InlineData("__pycache__/training.cpython-39.pyc", false)]
    [InlineData("training.pyc", false)]
    [InlineData(".pytest_cache/x", false)]
    [InlineData(".gitignore", false)]
    public void Tests_caches_and_hidden_files_are_left_out(string path, bool included) => ScriptBundle.Includes(path).ShouldBe(included);

    [Fact]
    public void Missing_scripts_are_named() =>
        Should
            .Throw<ArgumentException>(() =>
                ScriptBundle.Create([new("training.py", []), new("evaluation.py", [])]).For(DataQualityEngine.Script)
            )
            .Message.ShouldStartWith(
                "the folder lacks training_preprocessing.py, scoring_preprocessing.py, "
                    + "data_check_preprocessing.py, model_quality.py, data_quality.py; the pipelines run "
            );

    [Fact]
    public void A_script_that_the_engine_does_not_run_is_not_asked_for()
    {
        var bundle = Bundle(Sources.Where(source => source.Key != ScriptNames.DataQuality).ToDictionary());
        bundle.For(DataQualityEngine.ModelMonitor).ShouldBe(bundle);
        Should.Throw<ArgumentException>(() => bundle.For(DataQualityEngine.Script)).Message.ShouldContain("lacks data_quality.py;");
    }

    [Fact]
    public void Every_script_is_run_by_a_definition()
    {
        var json = string.Concat(
            Support
                .Definitions.Of(SampleProject.Project with { DataQualityEngine = DataQualityEngine.Script })
                .Select(row => row.Pipeline.ToJson())
        );
        ScriptNames.All.ShouldAllBe(name => json.Contains($"/code/{name}\"") || json.Contains($"\\\"{name}\\\""));
    }

    [Fact]
    public void The_uploaded_objects_are_the_files_and_the_archive()
    {
        var bundle = Bundle(Sources);
        bundle.Objects.Select(item => item.Key).ShouldBe([.. bundle.Files.Keys, "sourcedir.tar.gz"]);
        bundle.Objects.Last().Value.ShouldBe(bundle.SourceArchive);
    }

    private static ScriptBundle Bundle(Dictionary<string, string> texts, params (string Name, byte[] Content)[] more) =>
        ScriptBundle.Create([
            .. texts.Select(file => KeyValuePair.Create(file.Key, Bytes(file.Value))),
            .. more.Select(file => KeyValuePair.Create(file.Name, file.Content)),
        ]);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
