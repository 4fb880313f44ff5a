using System.Globalization;

namespace Pulumi.Serialization;

/// <summary>Where a value is in what a program sends. Its text is composed when a message needs it, and hardly any does.</summary>
internal sealed class ArgumentPath
{
    private readonly ArgumentPath? holder;
    private readonly string name;
    private readonly int index;

    private ArgumentPath(ArgumentPath? holder, string name, int index)
    {
        this.holder = holder;
        this.name = name;
        this.index = index;
    }

    /// <summary>A path of one step.</summary>
    public static implicit operator ArgumentPath(string text) => new(null, text, -1);

    /// <summary>The path to a member.</summary>
    public ArgumentPath Member(string name) => new(this, name, -1);

    /// <summary>The path to an item of a list.</summary>
    public ArgumentPath Item(int index) => new(this, "", index);

    /// <summary>The steps, such as <c>resource:main[azure-native:storage:StorageAccount].tags.team</c>.</summary>
    public override string ToString() =>
        holder is null ? name
        : index < 0 ? $"{holder}.{name}"
        : string.Create(CultureInfo.InvariantCulture, $"{holder}[{index}]");
}
