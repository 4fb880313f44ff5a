using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A named thing of the stack document.</summary>
public abstract record Entry
{
    private protected Entry()
    {
    }

    /// <summary>Short name: the key in its section, the Pulumi logical name, and what references say.</summary>
    public required string Name { get; init; }

    /// <summary>Where the document declares it (the key).</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Key of the section it stands in, such as <c>registries</c>.</summary>
    public abstract string Section { get; }

    /// <summary>Section and short name, such as <c>registries.private</c>: unique within the document.</summary>
    public string Address => $"{Section}.{Name}";
}
