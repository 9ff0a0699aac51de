using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;

namespace MlopsBatch.EngineRecording;

/// <summary>Records a call and finds its answer.</summary>
internal static class Exchange
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    public static async Task<TReply> AnswerAsync<TReply>(
        EngineServer server,
        IMessage request,
        ServerCallContext context,
        Func<EngineCall, TReply> usual
    )
        where TReply : IMessage, new()
    {
        var call = new EngineCall(context.Method.Split('/')[^1], Json(request));
        server.Record(call);
        var answer = await server.Options.Answer(call, context.CancellationToken);
        return answer is null ? usual(call) : JsonParser.Default.Parse<TReply>(answer.ToJsonString());
    }

    private static JsonObject Json(IMessage message) => (JsonObject)JsonNode.Parse(Formatter.Format(message))!;
}
