using System.Text.Json;

namespace Provisioning.Engine.State;

/// <summary>
/// A member of a state file that this engine does not know, because a newer Pulumi wrote it. It is written back as it
/// was, behind the members that are known.
/// </summary>
/// <param name="Name">The member's name.</param>
/// <param name="Value">Its value, with whatever is encrypted in it.</param>
public sealed record ForeignMember(string Name, JsonElement Value)
{
    /// <summary>Equality is by name and by the text of the value.</summary>
    public bool Equals(ForeignMember? other) =>
        other is not null && Name == other.Name && Value.GetRawText() == other.Value.GetRawText();

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
