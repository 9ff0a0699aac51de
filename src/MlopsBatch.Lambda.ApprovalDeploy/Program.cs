using MlopsBatch.Lambda.ApprovalDeploy;
using MlopsBatch.Lambda.Common.Hosting;

#pragma warning disable RS0030 // The one place where the function's environment, standard output and randomness are opened.
await FunctionHost.RunAsync(() =>
    Composition.Create(Environment.GetEnvironmentVariable, Console.OpenStandardOutput(), TimeProvider.System, Random.Shared.NextDouble)
);
#pragma warning restore RS0030
