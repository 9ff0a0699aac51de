using Amazon.Lambda.Core;

namespace MlopsBatch.Cli.EventViews;

/// <summary>The context of an invocation that doesn't come from Lambda.</summary>
internal sealed class LocalInvocation : ILambdaContext
{
    private const string Name = "local";

    public string AwsRequestId => Name;

    public IClientContext ClientContext => null!;

    public string FunctionName => Name;

    public string FunctionVersion => Name;

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => Name;

    public ILambdaLogger Logger => throw new NotSupportedException("The functions write their log themselves.");

    public string LogGroupName => "(this terminal)";

    public string LogStreamName => Name;

    public int MemoryLimitInMB => int.MaxValue;

    public TimeSpan RemainingTime => TimeSpan.FromMinutes(1);
}
