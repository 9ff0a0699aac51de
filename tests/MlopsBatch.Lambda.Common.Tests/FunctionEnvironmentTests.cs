using MlopsBatch.Lambda.Common.Hosting;

namespace MlopsBatch.Lambda.Common.Tests;

public sealed class FunctionEnvironmentTests
{
    [Fact]
    public void All_faults_are_named_together()
    {
        var environment = Environment(("B", "two"), ("C", " "));
        environment.Required("A", "a number");
        environment.Required("B", "a number", value => int.TryParse(value, out _));
        environment.Optional("C", "a number", value => int.TryParse(value, out _)).ShouldBeNull();
        environment.Required("D", "a word");
        Should
            .Throw<FunctionEnvironmentException>(environment.ThrowIfFaulty)
            .Faults.ShouldBe(["A is missing: needs a number", "B is \"two\": needs a number", "D is missing: needs a word"]);
    }

    [Fact]
    public void Good_values_are_trimmed_and_give_no_fault()
    {
        var environment = Environment(("A", " 1 "), ("B", "x"));
        environment.Required("A", "a number", value => int.TryParse(value, out _)).ShouldBe("1");
        environment.Optional("B", "a word").ShouldBe("x");
        environment.Optional("C", "a word").ShouldBeNull();
        Should.NotThrow(environment.ThrowIfFaulty);
    }

    [Fact]
    public void Without_a_settings_file_there_are_no_custom_messages() => SettingsFile.Read(Environment()).Custom.ShouldBeEmpty();

    private static FunctionEnvironment Environment(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value);
}
