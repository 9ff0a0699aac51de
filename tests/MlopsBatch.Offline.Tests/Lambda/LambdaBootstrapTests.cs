using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace MlopsBatch.Offline.Tests.Lambda;

/// <summary>The protocol of https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html, over HTTP.</summary>
public sealed class LambdaBootstrapTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<OrderContext> Serializer = new();

    [Fact]
    public async Task Events_are_answered_one_after_the_other()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var function = Run(
            api,
            LambdaBootstrapBuilder.Create<Order, Order>((order, _) => Task.FromResult(order with { Count = order.Count + 1 }), Serializer)
        );

        for (var i = 1; i <= 3; i++)
        {
            api.Send($$"""{"item":"é","count":{{i}}}""", $"request-{i}");
            var (call, request) = await api.AnswerAsync();
            call.ShouldBe($"invocation/request-{i}/response");
            JsonSerializer.Deserialize<Order>(request.Body).ShouldBe(new Order("é", i + 1));
        }
    }

    [Fact]
    public async Task A_handler_without_answer_answers_nothing()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        var seen = "";
        await using var function = Run(
            api,
            LambdaBootstrapBuilder.Create(async (Stream input, ILambdaContext _) => seen = await new StreamReader(input).ReadToEndAsync())
        );

        api.Send("not even JSON");

        var (call, request) = await api.AnswerAsync();
        call.ShouldBe("invocation/request-1/response");
        request.Body.ShouldBeEmpty();
        seen.ShouldBe("not even JSON");
    }

    [Fact]
    public async Task The_context_says_what_the_headers_say()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        ILambdaContext? context = null;
        var left = TimeSpan.Zero;
        await using var function = Run(
            api,
            LambdaBootstrapBuilder.Create<Order>(
                (_, given) =>
                {
                    context = given;
                    left = given.RemainingTime;
                    return Task.CompletedTask;
                },
                Serializer
            )
        );

        api.Send("{}", "8476a536-e9f4-11e8-9739-2dfe598c3fcd", TimeSpan.FromSeconds(20));
        await api.AnswerAsync();

        context!.AwsRequestId.ShouldBe("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        context.InvokedFunctionArn.ShouldBe("arn:aws:lambda:eu-west-1:111122223333:function:notify");
        left.ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Past_the_deadline_no_time_is_left()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        var left = TimeSpan.MaxValue;
        await using var function = Run(
            api,
            LambdaBootstrapBuilder.Create<Order>(
                (_, context) =>
                {
                    left = context.RemainingTime;
                    return Task.CompletedTask;
                },
                Serializer
            )
        );

        api.Send("{}", time: TimeSpan.FromSeconds(-5));
        await api.AnswerAsync();

        left.ShouldBeLessThanOrEqualTo(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_failure_is_reported_and_the_next_event_is_served()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var function = Run(
            api,
            LambdaBootstrapBuilder.Create<Order, Order>(
                (order, _) => order.Count == 1 ? throw new InvalidOperationException("no \"é\" left") : Task.FromResult(order),
                Serializer
            )
        );

        api.Send("""{"count":1}""", "request-1");
        var (call, request) = await api.AnswerAsync();
        api.Send("""{"count":2}""", "request-2");
        var (next, _) = await api.AnswerAsync();

        call.ShouldBe("invocation/request-1/error");
        next.ShouldBe("invocation/request-2/response");
        request.Headers["lambda-runtime-function-error-type"].ShouldContain("InvalidOperationException");
        var error = JsonDocument.Parse(request.Body).RootElement;
        error.GetProperty("errorMessage").GetString().ShouldBe("no \"é\" left");
        error.GetProperty("errorType").GetString().ShouldBe("InvalidOperationException");
        error.GetProperty("stackTrace").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_event_that_does_not_fit_is_a_reported_failure()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var function = Run(api, LambdaBootstrapBuilder.Create<Order, Order>((order, _) => Task.FromResult(order), Serializer));

        api.Send("""{"count":"many"}""");

        var (call, request) = await api.AnswerAsync();
        call.ShouldBe("invocation/request-1/error");
        request.Text.ShouldContain("JsonSerializerException");
        request.Text.ShouldContain("$.count");
    }

    [Fact]
    public async Task A_failed_start_is_reported_and_ends_the_process()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var function = Run(
            api,
            LambdaBootstrapBuilder
                .Create<Order>((_, _) => Task.CompletedTask, Serializer)
                .UseBootstrapHandler(() => throw new InvalidOperationException("OPERATIONS_TOPIC_ARN is not set"))
        );

        var (call, request) = await api.AnswerAsync();

        call.ShouldBe("init/error");
        request.Text.ShouldContain("OPERATIONS_TOPIC_ARN is not set");
        (await Should.ThrowAsync<InvalidOperationException>(() => function.Completion)).Message.ShouldBe("OPERATIONS_TOPIC_ARN is not set");
    }

    [Fact]
    public async Task A_start_may_end_the_process_in_peace()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var function = Run(
            api,
            LambdaBootstrapBuilder.Create<Order>((_, _) => Task.CompletedTask, Serializer).UseBootstrapHandler(() => Task.FromResult(false))
        );

        await function.Completion.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_container_error_ends_the_process()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        // Before the function starts, so that its first call meets it.
        api.RefuseNext(500, """{"errorMessage":"Container error"}""");
        await using var function = Run(api, LambdaBootstrapBuilder.Create<Order>((_, _) => Task.CompletedTask, Serializer));

        var fault = await Should.ThrowAsync<HttpRequestException>(() => function.Completion);
        fault.Message.ShouldContain("Container error");
    }

    [Fact]
    public async Task It_stops_when_it_is_cancelled()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        var function = Run(api, LambdaBootstrapBuilder.Create<Order>((_, _) => Task.CompletedTask, Serializer));
        api.Send("{}");
        await api.AnswerAsync();

        await function.DisposeAsync();

        function.Completion.IsCompleted.ShouldBeTrue();
    }

    private static RunningFunction Run(RuntimeApiServer api, LambdaBootstrapBuilder builder) =>
        new(builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build());
}
