using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop of a custom runtime: ask for an event, run the handler, answer
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly InvocationHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly RuntimeApi _api;
    private readonly StandardOutputLogger _logger = new();

    internal LambdaBootstrap(InvocationHandler handler, LambdaBootstrapInitializer? initializer, LambdaBootstrapOptions options)
    {
        _handler = handler;
        _initializer = initializer;
        _api = new RuntimeApi(
            options.RuntimeApiEndpoint
                ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")
                ?? throw new InvalidOperationException(
                    "AWS_LAMBDA_RUNTIME_API is not set. Lambda sets it to host:port of its Runtime API; outside of "
                        + "Lambda, use an emulator that does."
                )
        );
    }

    /// <summary>Runs until <paramref name="cancellationToken"/> is cancelled.</summary>
    /// <exception cref="HttpRequestException">The Runtime API is out of reach or answered 500: the process has to end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync(_initializer, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initializer, CancellationToken cancellationToken)
    {
        try
        {
            return await initializer().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _logger.LogError(null, error);
            await _api.ReportInitErrorAsync(error, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _api.NextAsync(cancellationToken).ConfigureAwait(false);
        var context = new InvocationContext(invocation.Headers, _logger);
        // X-Ray clients read the trace of the current invocation here.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", InvocationContext.Header(invocation.Headers, "Lambda-Runtime-Trace-Id"));
        using var output = new MemoryStream();
        try
        {
            var input = await invocation.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await _handler(input, context, output).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _logger.LogError(context.AwsRequestId, error);
            await _api.ReportInvocationErrorAsync(context.AwsRequestId, error, cancellationToken).ConfigureAwait(false);
            return;
        }
        await _api.RespondAsync(context.AwsRequestId, output, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _api.Dispose();
        GC.SuppressFinalize(this);
    }
}
