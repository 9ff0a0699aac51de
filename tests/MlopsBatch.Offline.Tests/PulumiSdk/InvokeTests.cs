using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlopsBatch.Offline.Tests.PulumiSdk;

/// <summary>Calls of providers' functions.</summary>
public sealed class InvokeTests
{
    [Fact]
    public async Task Plain_arguments_go_to_the_mocks_and_the_result_comes_back_typed()
    {
        var mocks = new RecordingMocks();
        var answer = 0;

        await Deployment.TestAsync(
            mocks,
            new TestOptions(),
            async () =>
            {
                var result = await Deployment.Instance.InvokeAsync<AskResult>("test:index/ask:ask", new AskArgs { Question = "why" });
                answer = result.Answer;
            }
        );

        answer.ShouldBe(42);
        var call = mocks.Calls.Single();
        call.Token.ShouldBe("test:index/ask:ask");
        call.Args["question"].ShouldBe("why");
    }

    [Fact]
    public async Task An_input_passes_on_its_origin_and_not_its_secrecy()
    {
        Output<AskResult>? result = null;

        await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions(),
            () =>
            {
                var thing = new Thing("a", new ThingArgs { Text = "x" });
                result = Deployment.Instance.Invoke<AskResult>(
                    "test:index/ask:ask",
                    new AskArgs { Question = Output.CreateSecret(thing.Arn) }
                );
            }
        );

        (await OutputUtilities.GetValueAsync(result!)).Answer.ShouldBe(42);
        (await Output.IsSecretAsync(result!)).ShouldBeFalse();
        (await OutputUtilities.GetDependenciesAsync(result!)).Single().GetResourceName().ShouldBe("a");
    }

    [Fact]
    public async Task With_an_unknown_argument_or_before_what_it_waits_for_exists_nothing_is_called()
    {
        var mocks = new RecordingMocks { WithoutArn = true, WithoutId = true };

        await Deployment.TestAsync(
            mocks,
            new TestOptions(),
            () =>
            {
                var thing = new Thing("a", new ThingArgs { Text = "x" });
                Deployment.Instance.Invoke<AskResult>("test:index/ask:ask", new AskArgs { Question = thing.Arn });
                Deployment.Instance.Invoke<AskResult>(
                    "test:index/ask:ask",
                    new AskArgs { Question = "why" },
                    new InvokeOutputOptions { DependsOn = { thing } }
                );
            }
        );

        mocks.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_provider_is_the_given_one_or_the_parents()
    {
        var mocks = new RecordingMocks();

        await Deployment.TestAsync(
            mocks,
            new TestOptions(),
            async () =>
            {
                var provider = new ProviderResource("test", "mine", ResourceArgs.Empty, null);
                var parent = new ComponentResource("my:Group", "group", new ComponentResourceOptions { Providers = { provider } });
                await Ask(new InvokeOptions { Provider = provider });
                await Ask(new InvokeOptions { Parent = parent });
                await Ask(null);
            }
        );

        const string Mine = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::mine::mine-id";
        mocks.Calls.Select(call => call.Provider).ShouldBe([Mine, Mine, ""]);

        static Task Ask(InvokeOptions? options) =>
            Deployment.Instance.InvokeAsync<AskResult>("test:index/ask:ask", new AskArgs { Question = "why" }, options);
    }

    private sealed class AskArgs : InvokeArgs
    {
        [Input("question", required: true)]
        public Input<string>? Question { get; set; }
    }

    [OutputType]
    private sealed class AskResult
    {
        [OutputConstructor]
        public AskResult(int answer) => Answer = answer;

        public int Answer { get; }
    }
}
