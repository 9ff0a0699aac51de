using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Every form of handler, brought into one: reads the event, may write an answer.</summary>
internal delegate Task InvocationHandler(Stream input, ILambdaContext context, MemoryStream output);
