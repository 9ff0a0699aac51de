namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the first event. False ends the process; an exception is reported as <c>init/error</c>.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
