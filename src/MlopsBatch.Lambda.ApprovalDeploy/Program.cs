using MlopsBatch.Lambda.ApprovalDeploy;
using MlopsBatch.Lambda.Common.Hosting;

#pragma warning disable RS0030 // The one place where the function's environment, standard output and randomness are opened.
var log = Console.OpenStandardOutput();
return await FunctionHost.RunAsync(
    () => Composition.Create(Environment.GetEnvironmentVariable, log, TimeProvider.System, Random.Shared.NextDouble),
    log,
    TimeProvider.System
);
#pragma warning restore RS0030
