namespace Provisioning.Engine.Projects;

/// <summary>The type of a declared configuration value.</summary>
public abstract record ConfigType
{
    private ConfigType()
    {
    }

    /// <summary>Any scalar.</summary>
    public sealed record String : ConfigType
    {
        /// <inheritdoc/>
        public override string ToString() => "string";
    }

    /// <summary>A whole number, also written as a string.</summary>
    public sealed record Integer : ConfigType
    {
        /// <inheritdoc/>
        public override string ToString() => "integer";
    }

    /// <summary>A truth value, also written as a string.</summary>
    public sealed record Boolean : ConfigType
    {
        /// <inheritdoc/>
        public override string ToString() => "boolean";
    }

    /// <summary>A map.</summary>
    public sealed record Object : ConfigType
    {
        /// <inheritdoc/>
        public override string ToString() => "object";
    }

    /// <summary>A list.</summary>
    /// <param name="Items">The type of each item.</param>
    public sealed record Array(ConfigType Items) : ConfigType
    {
        /// <inheritdoc/>
        public override string ToString() => $"array of {Items}";
    }
}
