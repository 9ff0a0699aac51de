namespace MlopsBatch.Cli.Machine;

/// <summary>This machine lacks something; the message names it and the command that mends it.</summary>
internal sealed class MachineException(string message) : Exception(message);
