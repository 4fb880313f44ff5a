namespace Provisioning.Engine.Projects;

/// <summary>A configuration value that a project declares in <c>config</c>.</summary>
public sealed record ConfigDeclaration
{
    /// <summary>Its key.</summary>
    public required ConfigKey Key { get; init; }

    /// <summary>The type its value must have; null for any.</summary>
    public ConfigType? Type { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The value when the stack has none; null when the stack must have one.</summary>
    public ConfigValue? Default { get; init; }

    /// <summary>Whether the stack must hold it encrypted.</summary>
    public bool Secret { get; init; }
}
