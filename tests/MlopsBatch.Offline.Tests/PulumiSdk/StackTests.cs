using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Stack classes, stack functions, their outputs and their services.</summary>
public sealed class StackTests
{
    [Fact]
    public async Task A_stack_class_gets_its_dependencies_from_the_services()
    {
        var services = new OneService(() => new ShopStack("from services"));

        var resources = await Deployment.TestWithServiceProviderAsync<ShopStack>(new RecordingMocks(), services);

        var stack = resources[0].ShouldBeOfType<ShopStack>();
        (await OutputUtilities.GetValueAsync(stack.Greeting)).ShouldBe("from services");
        resources.Select(resource => resource.GetResourceName()).ShouldBe(["project-stack", "thing"]);
    }

    [Fact]
    public async Task A_stack_that_no_service_makes_is_named()
    {
        var fault = await Should.ThrowAsync<RunException>(() =>
            Deployment.TestWithServiceProviderAsync<ShopStack>(new RecordingMocks(), new OneService(() => null))
        );

        fault.Message.ShouldContain(typeof(ShopStack).FullName!);
    }

    [Fact]
    public async Task The_outputs_of_a_stack_class_reach_the_mocks_with_their_secrecy()
    {
        var mocks = new RecordingMocks();

        await Deployment.TestWithServiceProviderAsync<ShopStack>(mocks, new OneService(() => new ShopStack("hello")));

        var request = mocks.Outputs.Single();
        request.Urn.ShouldBe("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack");
        request.Outputs.Keys.Order().ShouldBe(["Greeting", "arn", "password"]);
        (await OutputUtilities.GetValueAsync(request.Outputs["arn"])).ShouldBe("arn:thing");
        (await Output.IsSecretAsync(request.Outputs["arn"])).ShouldBeFalse();
        (await Output.IsSecretAsync(request.Outputs["password"])).ShouldBeTrue();
    }

    [Fact]
    public async Task Outputs_must_be_assigned_and_must_be_outputs()
    {
        (await FaultOf<ForgetfulStack>()).ShouldBe(
            "Output(s) 'Forgotten, other' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."
        );
        (await FaultOf<PlainStack>()).ShouldBe(RunException.OutputsHaveIncorrectType(["Plain"]).Message);

        static async Task<string> FaultOf<TStack>()
            where TStack : Stack, new() =>
            (await Should.ThrowAsync<RunException>(() => Deployment.TestAsync<TStack>(new RecordingMocks()))).Message;
    }

    [Fact]
    public async Task A_function_returns_its_outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions(),
            () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "x" });
                return new Dictionary<string, object?> { ["arn"] = thing.Arn, ["plain"] = 1 };
            }
        );

        resources.Single().GetResourceName().ShouldBe("thing");
        (await OutputUtilities.GetValueAsync(outputs["arn"].ShouldBeOfType<Output<string>>())).ShouldBe("arn:thing");
        outputs["plain"].ShouldBe(1);
    }

    [Fact]
    public async Task Everything_that_was_started_is_waited_for()
    {
        var mocks = new RecordingMocks();

        await Deployment.TestAsync(
            mocks,
            new TestOptions(),
            async () =>
            {
                await Task.Yield();
                var first = new Thing("first", new ThingArgs { Text = "x" });
                first.Arn.Apply(async arn =>
                {
                    await Task.Delay(50);
                    var second = new Thing("second", new ThingArgs { Text = arn });
                    second.Arn.Apply(next => new Thing("third", new ThingArgs { Text = next }));
                });
            }
        );

        mocks.Resources.Select(resource => resource.Name).ShouldBe(["first", "second", "third"]);
        mocks["third"].Inputs["text"].ShouldBe("arn:second");
    }

    [Fact]
    public async Task A_deployment_knows_its_names_and_runs_beside_others()
    {
        var names = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async index =>
                {
                    var seen = "";
                    var options = new TestOptions
                    {
                        ProjectName = "p",
                        StackName = $"s{index}",
                        OrganizationName = "o",
                        IsPreview = index % 2 == 0,
                    };
                    await Deployment.TestAsync(
                        new RecordingMocks(),
                        options,
                        () =>
                        {
                            var thing = new Thing("thing", new ThingArgs { Text = "x" });
                            thing.Arn.Apply(_ =>
                                seen =
                                    $"{Deployment.Instance.OrganizationName}/{Deployment.Instance.ProjectName}/"
                                    + $"{Deployment.Instance.StackName} "
                                    + $"{Deployment.Instance.IsDryRun}"
                            );
                        }
                    );
                    return seen;
                })
        );

        names.ShouldBe(Enumerable.Range(0, 20).Select(index => $"o/p/s{index} {index % 2 == 0}"));
    }

    private sealed class ShopStack : Stack
    {
        public ShopStack(string greeting)
        {
            Greeting = Output.Create(greeting);
            Password = Output.CreateSecret("s3cret");
            Arn = new Thing("thing", new ThingArgs { Text = greeting }).Arn;
        }

        [Output]
        public Output<string> Greeting { get; private set; }

        [Output("password")]
        public Output<string> Password { get; private set; }

        [Output("arn")]
        public Output<string> Arn { get; private set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string>? Forgotten { get; private set; }

        [Output("other")]
        public Output<int>? Other { get; private set; }
    }

    private sealed class PlainStack : Stack
    {
        [Output]
        public string Plain { get; private set; } = "x";
    }

    private sealed class OneService(Func<Stack?> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => create();
    }
}
