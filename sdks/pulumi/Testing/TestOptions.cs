namespace Pulumi.Testing;

/// <summary>What a program under test is told about its deployment.</summary>
public class TestOptions
{
    /// <summary>The project's name; null for <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The folder of <c>Pulumi.yaml</c>; null for the current directory.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The stack's short name; null for <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether it is a preview, in which outputs that the mocks do not give are unknown; null for true.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization's name; null for <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}
