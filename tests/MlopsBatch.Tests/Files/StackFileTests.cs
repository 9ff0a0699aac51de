using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Files;

public class StackFileTests
{
    [Fact]
    public void Values_are_those_that_pulumi_reads() =>
        StackFile
            .Parse(
                "dev",
                "config:\n  mlops-batch:settings:\n    a: [\"012345678901\", 444455556666, \"1\", !!str 7]\n    x: 1.5\n"
                    + "    y: ~\n    z: TRUE\n    n: yes\n    p: +5\n    q: .5\n    v: 1.2-1\n",
                "f"
            )
            .Settings.ShouldBe(
                """{"a":["012345678901",444455556666,"1","7"],"x":1.5,"y":null,"z":true,"n":"yes","p":5,"q":0.5,"v":"1.2-1"}"""
            );

    [Theory]
    [InlineData("012345678901", "the number 12345678901")]
    [InlineData("012345670123", "the number 1402433619")]
    [InlineData("0x1F", "the number 31")]
    [InlineData("0o17", "the number 15")]
    [InlineData("1_000", "the number 1000")]
    [InlineData("2027-01-31", "a point in time")]
    public void What_pulumi_reads_otherwise_than_it_is_written_is_refused(string value, string reading) =>
        Should
            .Throw<FaultException>(() =>
                StackFile.Parse("zero", $"config:\n  mlops-batch:settings:\n    ids: [{value}]\n", "Pulumi.zero.yaml")
            )
            .Faults.ShouldHaveSingleItem()
            .ToString()
            .ShouldStartWith(
                $"MB0028 settings.ids[0]: got {value} in line 3 of Pulumi.zero.yaml, which Pulumi reads as {reading}, needs "
                    + $"quotes: \"{value}\"; "
            );

    [Fact]
    public void Aliases_and_merged_sections_are_resolved() =>
        StackFile
            .Parse("dev", "config:\n  x: &base {a: 1, b: 2}\n  mlops-batch:settings:\n    <<: *base\n    b: 3\n    c: *base\n", "f")
            .Settings.ShouldBe("""{"a":1,"b":3,"c":{"a":1,"b":2}}""");

    [Theory]
    [InlineData("config:\n  a: 1\n  a: 2\n", "line 3, column 3: the key stands there a second time; remove one of them")]
    [InlineData("config:\n  a:\n\tb: 1\n", "line 3, column 1: the line is indented with a tab; YAML takes blanks only")]
    [InlineData("config:\n  a:\n    b: 1\n    c\n  d: 1\n", "line 4, column 5: \"c\" has no colon; write KEY: VALUE")]
    [InlineData(
        "config: {}\nmlops-batch:settings: {}\n",
        "\"mlops-batch:settings\" stands beside \"config\", needs to stand in it; indent its lines by two blanks more"
    )]
    [InlineData("config: {}\n---\nconfig: {}\n", "has 2 documents, but Pulumi reads the first alone; remove the lines \"---\"")]
    public void Broken_files_are_told_in_plain_words(string yaml, string text) =>
        Should
            .Throw<FaultException>(() => StackFile.Parse("dev", yaml, "Pulumi.dev.yaml"))
            .Faults.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe($"MB0020 Pulumi.dev.yaml: {text}");

    [Fact]
    public void A_missing_stack_names_those_there_are() =>
        Should
            .Throw<FaultException>(() => StackFile.Read(TestStacks.Root, "developp"))
            .Faults.Single()
            .ToString()
            .ShouldBe("MB0020 --stack: got \"developp\", but there is no Pulumi.developp.yaml; stacks here: dev, prod, staging");

    [Theory]
    [InlineData("Pulumi.eu.test.yaml", "eu.test")]
    [InlineData("mine.yaml", "mine")]
    public void A_path_names_a_stack_too(string file, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-stack-");
        try
        {
            var path = Path.Combine(folder.FullName, file);
            File.WriteAllText(path, "config: {}\n");
            StackFile.Read(TestStacks.Root, path).Stack.ShouldBe(expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Broken_yaml_names_the_line() =>
        Should
            .Throw<FaultException>(() => StackFile.Parse("dev", "config:\n  a: [1\n", "Pulumi.dev.yaml"))
            .Faults.Single()
            .ToString()
            .ShouldStartWith("MB0020 Pulumi.dev.yaml: line 3, column 1: ");

    [Theory]
    [InlineData("config:\n  ? [a, b]\n  : x\n", "line 2, column 5")]
    [InlineData("config:\n  mlops-batch:settings:\n    {a: 1}: x\n", "line 3, column 5")]
    [InlineData("config: &all\n  mlops-batch:settings: *all\n", "line ")]
    public void What_json_cant_say_names_the_line(string yaml, string place) =>
        Should
            .Throw<FaultException>(() => StackFile.Parse("dev", yaml, "Pulumi.dev.yaml"))
            .Faults.Single()
            .ToString()
            .ShouldStartWith($"MB0020 Pulumi.dev.yaml: {place}");

    [Fact]
    public void A_number_that_nothing_can_hold_stays_a_text() =>
        StackFile.Parse("dev", "config:\n  mlops-batch:settings:\n    x: 1e999\n", "f").Settings.ShouldBe("""{"x":"1e999"}""");

    [Fact]
    public void A_region_of_another_kind_is_shown_in_one_line() =>
        StackFile.Parse("dev", "config:\n  aws:region: {a: [1]}\n", "f").Region.ShouldBe("""{"a":[1]}""");

    [Fact]
    public void A_file_without_config_is_no_stack() =>
        Should
            .Throw<FaultException>(() => StackFile.Parse("dev", "a: 1", "Pulumi.dev.yaml"))
            .Faults.Single()
            .ToString()
            .ShouldBe("MB0020 Pulumi.dev.yaml: has no \"config\" section; see docs/examples/Pulumi.single.yaml");
}
