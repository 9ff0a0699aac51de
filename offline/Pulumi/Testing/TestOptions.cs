namespace Pulumi.Testing;

/// <summary>What a stack under test is told about its deployment.</summary>
public class TestOptions
{
    public string? OrganizationName { get; set; }

    public string? ProjectName { get; set; }

    public string? StackName { get; set; }

    public string? RootDirectory { get; set; }

    /// <summary>Whether outputs that the mocks leave out are unknown; true when null.</summary>
    public bool? IsPreview { get; set; }
}
