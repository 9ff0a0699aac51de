using Amazon.Lambda.Core;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.Rehearsal.Functions;

/// <summary>What a function's handler is told of its invocation.</summary>
internal sealed class FunctionContext(FunctionInvocation invocation, TimeProvider time) : ILambdaContext
{
    public string AwsRequestId => invocation.RequestId;

    public IClientContext ClientContext => null!;

    public string FunctionName => invocation.Function.Name;

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => invocation.Function.Arn;

    public ILambdaLogger Logger => throw new NotSupportedException("The functions write their log themselves.");

    public string LogGroupName => invocation.Function.LogGroup;

    public string LogStreamName => "local";

    public int MemoryLimitInMB => invocation.Function.MemorySize;

    public TimeSpan RemainingTime => invocation.Deadline - time.GetUtcNow();
}
