using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Files;

public class StackFileTests
{
    [Fact]
    public void Accounts_keep_their_leading_zeros() =>
        StackFile
            .Parse(
                "dev",
                "config:\n  mlops-batch:settings:\n    deployAccounts: [012345678901, 444455556666, \"1\"]\n    x: 1.5\n  "
                    + "  y: ~\n    z: true\n",
                "f"
            )
            .Settings.ShouldBe("""{"deployAccounts":["012345678901",444455556666,"1"],"x":1.5,"y":null,"z":true}""");

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
