namespace Pulumi;

/// <summary>
/// Another identity that a resource may have in the stack's state, so that a renamed or moved resource is not
/// created anew: a URN, or the parts in which the old identity differs.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole URN; excludes everything else.</summary>
    public string? Urn { get; set; }

    /// <summary>The old logical name; null when it is the same.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The old type token; null when it is the same.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The old stack; null when it is the same.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The old project; null when it is the same.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The old parent; excludes <see cref="ParentUrn"/> and <see cref="NoParent"/>.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the old parent; excludes <see cref="Parent"/> and <see cref="NoParent"/>.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether the resource had no parent; excludes <see cref="Parent"/> and <see cref="ParentUrn"/>.</summary>
    public bool NoParent { get; set; }

    /// <summary>The alias on the wire, or null while part of it is unknown.</summary>
    /// <exception cref="ArgumentException">Members exclude each other.</exception>
    internal async Task<Pulumirpc.Alias?> ToMessageAsync()
    {
        if (Urn is not null)
            return HasParts ? throw Conflict($"{nameof(Urn)} excludes all other members") : new() { Urn = Urn };

        if ((Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0) > 1)
            throw Conflict($"{nameof(Parent)}, {nameof(ParentUrn)} and {nameof(NoParent)} exclude each other");

        var parts = await Output
            .All(Name.ToOutput(), Type.ToOutput(), Stack.ToOutput(), Project.ToOutput(), Parent?.Urn ?? ParentUrn.ToOutput())
            .Data.ConfigureAwait(false);
        if (!parts.IsKnown)
            return null;

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = parts.Value[0] ?? "",
            Type = parts.Value[1] ?? "",
            Stack = parts.Value[2] ?? "",
            Project = parts.Value[3] ?? "",
        };
        if (Parent is null && ParentUrn is null)
            spec.NoParent = NoParent;
        else
            spec.ParentUrn = parts.Value[4] ?? "";
        return new() { Spec = spec };
    }

    private bool HasParts =>
        Name is not null || Type is not null || Stack is not null || Project is not null
        || Parent is not null || ParentUrn is not null || NoParent;

    private static ArgumentException Conflict(string rule) => new($"The alias is ambiguous: {rule}. Keep one.");
}
