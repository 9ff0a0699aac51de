using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiAws;

/// <summary>Every resource class, made with all its arguments.</summary>
public sealed class ResourceTests
{
    public static TheoryData<string> Tokens => [.. AwsTable.Resources.Select(resource => resource.Token)];

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_resource_sends_all_its_inputs_and_reads_them_back(string token)
    {
        var row = AwsTable.Resources.Single(resource => resource.Token == token);
        var mocks = new EchoMocks();

        var resources = await Deployment.TestAsync(
            mocks,
            new TestOptions { IsPreview = false },
            () =>
            {
                Make(row, FilledArgs.Of(ArgsOf(row)));
            }
        );

        var sent = mocks.Made.Single();
        sent.Type.ShouldBe(token);
        sent.Inputs.Keys.Order().ShouldBe(row.Inputs.Order());
        var read = row
            .Class.GetProperties()
            .Select(property => (property, Output: (OutputAttribute?)Attribute.GetCustomAttribute(property, typeof(OutputAttribute))))
            .Where(pair => pair.Output is not null && pair.property.DeclaringType == row.Class)
            .ToDictionary(pair => pair.Output!.Name!, pair => pair.property.GetValue(resources.Single())!);
        read.Keys.Order().ShouldBe(row.Outputs.Order());
        foreach (var name in row.Outputs.Intersect(row.Inputs))
        {
            (await ValueOf(read[name])).ShouldNotBeNull($"output {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_resource_without_its_required_inputs_is_refused(string token)
    {
        var row = AwsTable.Resources.Single(resource => resource.Token == token);
        if (row.Required.IsEmpty)
        {
            await Deployment.TestAsync(
                new EchoMocks(),
                new TestOptions(),
                () =>
                {
                    Make(row, null);
                }
            );
            return;
        }

        var fault = await Should.ThrowAsync<RunException>(() =>
            Deployment.TestAsync(
                new EchoMocks(),
                new TestOptions(),
                () =>
                {
                    Make(row, Activator.CreateInstance(ArgsOf(row)));
                }
            )
        );

        row.Required.ShouldContain(name => fault.Message.Contains($"(Parameter '{name}')", StringComparison.Ordinal), fault.Message);
    }

    private static void Make(AwsResource row, object? args) =>
        Activator.CreateInstance(
            row.Class,
            System.Reflection.BindingFlags.DoNotWrapExceptions
                | System.Reflection.BindingFlags.Public
                | System.Reflection.BindingFlags.Instance,
            null,
            ["made", args, null],
            null
        );

    private static Type ArgsOf(AwsResource row) => row.Class.GetConstructors().Single().GetParameters()[1].ParameterType;

    private static async Task<object?> ValueOf(object output)
    {
        var type = output.GetType().GetGenericArguments();
        var task = (Task)
            typeof(OutputUtilities).GetMethod(nameof(OutputUtilities.GetValueAsync))!.MakeGenericMethod(type).Invoke(null, [output])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    private sealed class EchoMocks : IMocks
    {
        public List<MockResourceArgs> Made { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Made.Add(args);
            return Task.FromResult<(string?, object)>(("id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
