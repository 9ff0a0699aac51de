using System.CommandLine;

var root = new RootCommand("Batch inference on AWS: pipelines, stack, rehearsal.");
return await root.Parse(args).InvokeAsync();
