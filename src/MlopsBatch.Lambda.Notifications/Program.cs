using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Notifications;

#pragma warning disable RS0030 // The one place where the function's environment and standard output are opened.
await FunctionHost.RunAsync(() =>
    Composition.Create(Environment.GetEnvironmentVariable, Console.OpenStandardOutput(), TimeProvider.System)
);
#pragma warning restore RS0030
