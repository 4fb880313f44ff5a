namespace Provisioning.Infra.Model.Shapes;

/// <summary>One key of an <see cref="ObjectShape"/>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Shape">Shape of the value.</param>
/// <param name="Meaning">What it says, as a sentence; the documentation and editors show it.</param>
internal sealed record Field(string Key, Shape Shape, string Meaning)
{
    /// <summary>Whether the key must be there.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the key describes a resource to create, so that it cannot stand beside <c>existing</c>.</summary>
    public bool OfCreated { get; init; }

    /// <summary>The value of a missing key, as it would be written; empty when there is none.</summary>
    public string Default { get; init; } = "";

    /// <summary>What holds when the key is missing and that is not a fixed value; empty otherwise.</summary>
    public string Otherwise { get; init; } = "";
}
