namespace Provisioning.Engine.Projects;

/// <summary>What YAML takes a plain scalar for.</summary>
public enum ConfigScalarKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Nothing, <c>~</c> or <c>null</c>.</summary>
    Null,
}
