namespace MlopsBatch.Cli.CommandLine;

/// <summary>What mlops ends with.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>It ran, and the answer is no: a fault in a file, a failed check, a rehearsal without its evidence.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself was wrong; nothing ran.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C, as shells expect it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
