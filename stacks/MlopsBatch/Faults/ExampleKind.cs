namespace MlopsBatch.Faults;

/// <summary>Where an example of a fault stands.</summary>
public enum ExampleKind
{
    /// <summary>Lines of a stack's file, in place of those of docs/examples/Pulumi.single.yaml.</summary>
    Stack,

    /// <summary>A whole stack's file.</summary>
    File,

    /// <summary>A Terraform variables file.</summary>
    Tfvars,

    /// <summary>What is done in a shell.</summary>
    Shell,
}
