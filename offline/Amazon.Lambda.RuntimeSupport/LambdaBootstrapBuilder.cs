using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Binds a handler to the Runtime API.</summary>
public class LambdaBootstrapBuilder
{
    private readonly InvocationHandler _handler;
    private readonly LambdaBootstrapOptions _options = new();
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(InvocationHandler handler) => _handler = handler;

    /// <summary>A handler that reads the raw event and answers nothing.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        new((input, context, _) => handler(input, context));

    /// <summary>A handler that takes the deserialized event and answers nothing.</summary>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new((input, context, _) => handler(serializer.Deserialize<TInput>(input), context));

    /// <summary>A handler that takes the deserialized event and answers an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) =>
        new(
            async (input, context, output) =>
                serializer.Serialize(await handler(serializer.Deserialize<TInput>(input), context).ConfigureAwait(false), output)
        );

    /// <summary>Work to do before the first event.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Settings for tests.</summary>
    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <summary>The loop, ready to run.</summary>
    public LambdaBootstrap Build() => new(_handler, _initializer, _options);
}
