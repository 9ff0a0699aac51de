using MlopsBatch.Cli.Testing;

namespace MlopsBatch.Cli.Tests;

public sealed class JUnitReportTests
{
    [Fact]
    public void Each_test_stands_in_it_with_its_time_and_a_failed_one_with_its_message()
    {
        var folder = Directory.CreateTempSubdirectory("mlops-junit-");
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "a.trx"),
                """
                <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
                <UnitTestResult testId="1" testName="Some.Tests.Things.Work(name: &quot;a&quot;)" duration="00:00:01.2500000" outcome="Passed" />
                <UnitTestResult testId="2" testName="Some.Tests.Things.Break" duration="00:00:00.0100000" outcome="Failed"><Output><ErrorInfo>
                <Message>got 1 &amp; not 2</Message><StackTrace>at Things.Break()</StackTrace></ErrorInfo></Output></UnitTestResult>
                <UnitTestResult testId="3" testName="Some.Tests.Things.Wait" outcome="NotExecuted"><Output><ErrorInfo>
                <Message>no aws</Message></ErrorInfo></Output></UnitTestResult>
                </Results><TestDefinitions>
                <UnitTest id="1"><TestMethod className="Some.Tests.Things" /></UnitTest>
                <UnitTest id="2"><TestMethod className="Some.Tests.Things" /></UnitTest>
                <UnitTest id="3"><TestMethod className="Some.Tests.Things" /></UnitTest>
                </TestDefinitions></TestRun>
                """
            );

            JUnitReport
                .FromTrx(folder)
                .ToString()
                .ReplaceLineEndings("\n")
                .ShouldBe(
                    """
                    <testsuites>
                      <testsuite name="Some" tests="3" failures="1" skipped="1">
                        <testcase classname="Some.Tests.Things" name="Work(name: &quot;a&quot;)" time="1.250" />
                        <testcase classname="Some.Tests.Things" name="Break" time="0.010">
                          <failure message="got 1 &amp; not 2">at Things.Break()</failure>
                        </testcase>
                        <testcase classname="Some.Tests.Things" name="Wait" time="0.000">
                          <skipped message="no aws" />
                        </testcase>
                      </testsuite>
                    </testsuites>
                    """.ReplaceLineEndings("\n")
                );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
