namespace Pulumi;

/// <summary>Runs a stack: on the engine that started the process, or on mocks in a test.</summary>
public sealed partial class Deployment
{
    internal const string UseOfficialPackages = "Build with the official packages: export PackageFeed=nuget, then run again.";

    private static readonly AsyncLocal<Deployment?> Running = new();

    /// <summary>The deployment that the calling code runs in.</summary>
    /// <exception cref="InvalidOperationException">It runs in none.</exception>
    public static DeploymentInstance Instance => Current._instance;

    internal static Deployment Current =>
        Running.Value
        ?? throw new InvalidOperationException(
            "There is no deployment here: resources and configuration exist inside of Deployment.RunAsync and Deployment.TestAsync only."
        );

    /// <returns>The process's exit code: 0, 1 after logged errors, 32 after an exception.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(AsFunction(action));

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    public static Task<int> RunAsync(Func<Task> func) => RunAsync(AsFunction(func));

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunOnEngineAsync(() => new Stack(func, options));

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunOnEngineAsync(Create<TStack>);

    /// <summary>Runs a stack that is registered, with what its constructor needs, as a service.</summary>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunOnEngineAsync(() => Resolve<TStack>(serviceProvider));

    /// <summary>Keeps the program running until the task is done, if there is a program.</summary>
    internal static void Track(Task task) => Running.Value?.Pending.Add(task);

    private static async Task<int> RunOnEngineAsync(Func<Stack> createStack)
    {
        var deployment = Engine.EngineConnection.Open();
        return await deployment.RunStackAsync(createStack).ConfigureAwait(false);
    }

    private static Func<Task<IDictionary<string, object?>>> AsFunction(Action action) =>
        () =>
        {
            action();
            return Task.FromResult(NoOutputs());
        };

    private static Func<Task<IDictionary<string, object?>>> AsFunction(Func<Task> func) =>
        async () =>
        {
            await func().ConfigureAwait(false);
            return NoOutputs();
        };

    private static IDictionary<string, object?> NoOutputs() => new Dictionary<string, object?>();

    private static TStack Create<TStack>()
        where TStack : Stack =>
        (TStack)
            Activator.CreateInstance(
                typeof(TStack),
                System.Reflection.BindingFlags.DoNotWrapExceptions
                    | System.Reflection.BindingFlags.Public
                    | System.Reflection.BindingFlags.Instance,
                null,
                null,
                null
            )!;

    private static TStack Resolve<TStack>(IServiceProvider services)
        where TStack : Stack =>
        (TStack?)services.GetService(typeof(TStack))
        ?? throw new InvalidOperationException(
            $"The service provider has no {typeof(TStack).FullName}. Register the stack with it before it is run."
        );
}
