using Amazon.Lambda.Core;

namespace MlopsBatch.TestSupport.Aws;

/// <summary>An invocation's context.</summary>
public sealed class TestContext : ILambdaContext
{
    public string AwsRequestId { get; init; } = "8d1f5c3a-0000-4000-8000-000000000001";

    public IClientContext ClientContext => null!;

    public string FunctionName => "mlops-function";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:eu-west-1:111122223333:function:mlops-function";

    public ILambdaLogger Logger => throw new NotSupportedException("The functions write their log themselves.");

    public string LogGroupName => "/aws/lambda/mlops-function";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 256;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(30);
}
