namespace MlopsBatch.Aws.Tests;

public class AwsCronTests
{
    [Theory]
    [InlineData("0 3 * * ? *")]
    [InlineData("0/15 8-18 ? * MON-FRI *")]
    [InlineData("0 2 L * ? *")]
    [InlineData("0 2 15W * ? *")]
    [InlineData("0 2 ? * 6L *")]
    [InlineData("0 2 ? * 2#1 2026-2030")]
    [InlineData("0,30 0 1 JAN,JUL ? *")]
    [InlineData("0 3 31 1,2 ? *")]
    public void Takes_what_the_scheduler_takes(string expression) => AwsCron.Complaint(expression).ShouldBeNull();

    [Theory]
    [InlineData("60 3 * * ? *")]
    [InlineData("0 3 * * * *")]
    [InlineData("0 3 ? * ? *")]
    [InlineData("0 3 * * ?")]
    [InlineData("0 3 32 * ? *")]
    [InlineData("0 3 30 FEB ? *")]
    [InlineData("0 3 ? * FUNDAY *")]
    [InlineData("18-8 3 * * ? *")]
    [InlineData("0/0 3 * * ? *")]
    [InlineData("a b c d e f")]
    public void Refuses_what_never_fires(string expression) => AwsCron.Complaint(expression).ShouldNotBeNull();
}
