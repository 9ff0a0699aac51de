using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Notifications;

#pragma warning disable RS0030 // The one place where the function's environment and standard output are opened.
var log = Console.OpenStandardOutput();
return await FunctionHost.RunAsync(
    () => Composition.Create(Environment.GetEnvironmentVariable, log, TimeProvider.System),
    log,
    TimeProvider.System
);
#pragma warning restore RS0030
