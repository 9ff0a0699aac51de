using MlopsBatch.Deploying;

#pragma warning disable RS0030 // The one place of the program where the process's environment is read.
return await Entry.RunAsync(Environment.GetEnvironmentVariable);
#pragma warning restore RS0030
