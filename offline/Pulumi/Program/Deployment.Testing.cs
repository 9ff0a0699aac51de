using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <content>
/// Runs a stack on mocks. All return the resources in the order of their construction: the stack first where it is a class of the
/// program, without it where the program is a function.
/// </content>
public sealed partial class Deployment
{
    /// <exception cref="RunException">The program failed or logged an error.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        (await TestFunctionAsync(testMocks, testOptions, AsFunction(createResources)).ConfigureAwait(false)).Resources;

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        (await TestFunctionAsync(testMocks, testOptions, AsFunction(createResources)).ConfigureAwait(false)).Resources;

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    ) => TestFunctionAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    ) => TestFunctionAsync(testMocks, testOptions, createResources);

    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => (await TestStackAsync(mocks, options, Create<TStack>).ConfigureAwait(false)).Resources;

    /// <summary>Tests a stack that is registered, with what its constructor needs, as a service.</summary>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null
    )
        where TStack : Stack =>
        (await TestStackAsync(mocks, options, () => Resolve<TStack>(serviceProvider)).ConfigureAwait(false)).Resources;

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestFunctionAsync(
        IMocks mocks,
        TestOptions options,
        Func<Task<IDictionary<string, object?>>> createResources
    )
    {
        var (resources, stack) = await TestStackAsync(mocks, options, () => new Stack(createResources, null)).ConfigureAwait(false);
        return (resources.RemoveAt(0), await stack.Results!.ConfigureAwait(false));
    }

    private static async Task<(ImmutableArray<Resource> Resources, Stack Stack)> TestStackAsync(
        IMocks mocks,
        TestOptions? options,
        Func<Stack> createStack
    )
    {
        var settings = new DeploymentSettings(
            options?.OrganizationName ?? "organization",
            options?.ProjectName ?? "project",
            options?.StackName ?? "stack",
            options?.RootDirectory ?? Environment.CurrentDirectory,
            options?.IsPreview ?? true
        );
        var engine = new MockEngine(mocks, settings);
        var deployment = new Deployment(settings, engine);
        await deployment.RunStackAsync(createStack).ConfigureAwait(false);
        if (engine.Errors.TryPeek(out var error))
        {
            throw new RunException(error);
        }

        EngineRules.Check(deployment._resources, settings);
        return ([.. deployment._resources], deployment.Stack!);
    }
}
