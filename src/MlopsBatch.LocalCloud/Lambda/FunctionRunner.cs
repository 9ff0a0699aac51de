using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Kms;
using MlopsBatch.LocalCloud.Logs;

namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>Runs a function's code once, as its role, with its log.</summary>
internal sealed class FunctionRunner(CloudAccount account, LambdaService lambda)
{
    public async Task<InvocationResult> RunAsync(
        FunctionConfiguration function,
        string requestId,
        string payload,
        CancellationToken cancellation
    )
    {
        Count(function, "Invocations", 1);
        var stream = $"{account.Time.GetUtcNow():yyyy'/'MM'/'dd}/[$LATEST]{account.Cloud.Ids.Of(32, "log stream", function.Arn)}";
        var role = account.Root;
        void Log(string line)
        {
            try
            {
                account.As(role).Service<LogsService>().PutLogEvent(function.LogGroup, stream, line);
            }
            catch (CloudException)
            {
                // As in AWS: a function that may not write its log runs all the same, and the log is lost.
            }
        }
        try
        {
            role = account
                .As(Caller.Service("lambda.amazonaws.com", function.Arn, account.Id))
                .Service<IamService>()
                .AssumeRole(function.Role, function.Name);
            KeyUse.Use(account.Cloud, role, account.Id, "lambda", function.KmsKey, "kms:Decrypt");
            using var late = new CancellationTokenSource(function.Timeout, account.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
            var invocation = new FunctionInvocation
            {
                Function = function,
                RequestId = requestId,
                Payload = payload,
                Deadline = account.Time.GetUtcNow() + function.Timeout,
                LayerFiles = lambda.LayerFiles(function),
                Account = account.As(role),
                Log = Log,
            };
            try
            {
                var answer = await account
                    .Cloud.Options.FunctionCode(function)
                    .InvokeAsync(invocation, either.Token)
                    .WaitAsync(either.Token);
                Count(function, "Errors", 0);
                return new InvocationResult(requestId, answer, null);
            }
            catch (OperationCanceledException) when (late.IsCancellationRequested)
            {
                return Failed(
                    function,
                    requestId,
                    "Sandbox.Timedout",
                    $"RequestId: {requestId} Error: Task timed out after {function.Timeout.TotalSeconds:0.00} seconds",
                    Log
                );
            }
        }
        catch (FunctionFailureException failure)
        {
            return Failed(function, requestId, failure.ErrorType, failure.Message, Log);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Failed(function, requestId, error.GetType().Name, error.Message, Log, error.StackTrace);
        }
    }

    private InvocationResult Failed(
        FunctionConfiguration function,
        string requestId,
        string type,
        string message,
        Action<string> log,
        string? trace = null
    )
    {
        Count(function, "Errors", 1);
        var error = new JsonObject
        {
            ["errorType"] = type,
            ["errorMessage"] = message,
            ["stackTrace"] = JsonRead.Array(
                (trace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ),
        };
        log(error.ToJsonString());
        return new InvocationResult(requestId, error.ToJsonString(), "Unhandled");
    }

    private void Count(FunctionConfiguration function, string metric, double value) =>
        account.CloudWatch.PutMetric(new("AWS/Lambda", metric, ("FunctionName", function.Name)), value);
}
