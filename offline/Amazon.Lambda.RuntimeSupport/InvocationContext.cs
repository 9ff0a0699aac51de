using System.Globalization;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of one invocation: the headers of its event, and the function's environment.</summary>
internal sealed class InvocationContext(HttpResponseHeaders headers, ILambdaLogger logger) : ILambdaContext
{
    private readonly DateTimeOffset _deadline = DateTimeOffset.FromUnixTimeMilliseconds(
        long.TryParse(Header(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var deadline) ? deadline : 0
    );

    public string AwsRequestId { get; } =
        Header(headers, "Lambda-Runtime-Aws-Request-Id")
        ?? throw new HttpRequestException("The Lambda Runtime API sent an event without the header Lambda-Runtime-Aws-Request-Id.");

    public string InvokedFunctionArn { get; } = Header(headers, "Lambda-Runtime-Invoked-Function-Arn") ?? "";

    public ILambdaLogger Logger { get; } = logger;

    public string FunctionName => Variable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Variable("AWS_LAMBDA_FUNCTION_VERSION");

    public string LogGroupName => Variable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Variable("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB =>
        int.TryParse(Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var size) ? size : 0;

    public TimeSpan RemainingTime
    {
        get
        {
            var left = _deadline - DateTimeOffset.UtcNow;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    // Only the AWS Mobile SDK sends these two; events of AWS services never have them.
    public IClientContext? ClientContext => null;

    public ICognitoIdentity? Identity => null;

    internal static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
