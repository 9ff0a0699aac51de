using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>How a program's faults reach the one who tests it.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_run_exception_arrives_with_its_bare_message()
    {
        var fault = await FaultOf(() => throw new RunException("no settings"));

        fault.Message.ShouldBe("no settings");
    }

    [Fact]
    public async Task Any_other_exception_is_told_with_its_text()
    {
        var fault = await FaultOf(() => throw new InvalidOperationException("out of luck"));

        fault.Message.ShouldContain("failed with an unhandled exception");
        fault.Message.ShouldContain("InvalidOperationException: out of luck");
    }

    [Fact]
    public async Task An_exception_in_an_apply_fails_the_program()
    {
        var fault = await FaultOf(() =>
        {
            var thing = new Thing("a", new ThingArgs { Text = "x" });
            thing.Arn.Apply(string (arn) => throw new RunException($"don't like {arn}"));
        });

        fault.Message.ShouldBe("don't like arn:a");
    }

    [Fact]
    public async Task A_missing_required_input_names_the_resource_and_the_member()
    {
        var fault = await FaultOf(() =>
        {
            _ = new Thing("a", new ThingArgs());
        });

        fault.Message.ShouldContain("text");
        fault.Message.ShouldContain("ThingArgs.Text is required but was not given a value");
    }

    [Fact]
    public async Task A_resource_that_fails_fails_what_uses_it_and_is_told_once()
    {
        var fault = await FaultOf(
            () =>
            {
                var first = new Thing("first", new ThingArgs { Text = "x" });
                _ = new Thing("second", new ThingArgs { Text = first.Arn });
            },
            new FailingMocks("first")
        );

        fault.Message.ShouldContain("can't make first");
    }

    [Fact]
    public async Task A_logged_error_fails_the_program_after_it_has_run()
    {
        var mocks = new RecordingMocks();

        var fault = await FaultOf(
            () =>
            {
                Log.Warn("only a warning");
                Log.Error("the region is missing");
                _ = new Thing("a", new ThingArgs { Text = "x" });
            },
            mocks
        );

        fault.Message.ShouldBe("the region is missing");
        mocks.Resources.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_output_of_another_type_than_the_property_is_no_fault()
    {
        Thing? thing = null;
        await Deployment.TestAsync(
            new WrongTypeMocks(),
            new TestOptions(),
            () =>
            {
                thing = new Thing("a", new ThingArgs { Text = "x" });
            }
        );

        (await OutputUtilities.GetValueAsync(thing!.Arn)).ShouldBeNull();
        (await OutputUtilities.GetValueAsync(thing.Text)).ShouldBe("x");
    }

    [Fact]
    public void Resources_need_a_deployment() =>
        Should.Throw<InvalidOperationException>(() => new Thing("a", new ThingArgs { Text = "x" }));

    [Fact]
    public async Task A_program_after_a_failed_one_is_not_touched_by_it()
    {
        await FaultOf(() => throw new RunException("first"));

        var resources = await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { });

        resources.ShouldBeEmpty();
    }

    private static Task<RunException> FaultOf(Action program, IMocks? mocks = null) =>
        Should.ThrowAsync<RunException>(() => Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions(), program));

    private sealed class FailingMocks(string name) : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            args.Name == name
                ? throw new InvalidOperationException($"can't make {name}")
                : Task.FromResult<(string?, object)>(("id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }

    private sealed class WrongTypeMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(("id", args.Inputs.Add("arn", 5)));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
