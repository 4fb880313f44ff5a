namespace Provisioning.Engine.Backends;

/// <summary>A stack of a project in a self-managed backend; its full name is <c>organization/&lt;project&gt;/&lt;stack&gt;</c>.</summary>
/// <param name="Project">The project's name; letters, digits, <c>_</c>, <c>.</c>, <c>-</c>, at most 100.</param>
/// <param name="Stack">The stack's name, with the same rule.</param>
public sealed record StackReference(string Project, string Stack)
{
    /// <summary>The organization of all self-managed backends.</summary>
    public const string Organization = "organization";

    /// <summary>The full name, as it stands in <c>checkpoint.stack</c>.</summary>
    public string FullName => $"{Organization}/{Project}/{Stack}";

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
