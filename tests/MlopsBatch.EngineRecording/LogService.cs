using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace MlopsBatch.EngineRecording;

/// <summary>The service for the user's lines.</summary>
internal sealed class LogService(EngineServer server) : Pulumirpc.Engine.EngineBase
{
    public override Task<Empty> Log(LogRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new Empty());
}
