namespace MlopsBatch.Checks.Installation;

/// <summary>A stack of an installation, as it is compared with others.</summary>
/// <param name="Context">What its program is told.</param>
/// <param name="Path">Its file, if it isn't where the Pulumi CLI looks for it.</param>
/// <param name="HandedOut">The lines that other accounts paste (output <c>pasteIntoDeployAccounts</c>); null if it hands out none.</param>
public sealed record InstallationStack(StackContext Context, string? Path, string? HandedOut);
