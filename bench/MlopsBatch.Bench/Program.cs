using MlopsBatch.Bench;

// Figures are compared within one run, so that a slow machine fails nothing but the absolute limits.
var root = args.Length > 0 ? new DirectoryInfo(args[0]) : new DirectoryInfo(Directory.GetCurrentDirectory());
return await EvaluationBench.RunAsync(root, Console.Out);
