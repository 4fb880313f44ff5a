using System.Diagnostics.CodeAnalysis;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State;

/// <summary>Names the provider of a resource: <c>&lt;provider URN&gt;::&lt;provider id&gt;</c>.</summary>
/// <param name="Urn">The URN of the provider resource.</param>
/// <param name="Id">Its id; <see cref="Signatures.Unknown"/> before it exists.</param>
public sealed record ProviderReference(Urn Urn, string Id)
{
    /// <summary>The package, from the type <c>pulumi:providers:&lt;package&gt;</c>.</summary>
    public string Package => Urn.Type[(Urn.Type.LastIndexOf(':') + 1)..];

    /// <summary>The reference to a provider resource.</summary>
    public static ProviderReference Of(ResourceState provider) => new(provider.Urn, provider.Id.Length > 0 ? provider.Id : Signatures.Unknown);

    /// <summary>Parses a reference, which is split at its last <c>::</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ProviderReference? reference)
    {
        reference = null;
        if (text is null)
            return false;

        var separator = text.LastIndexOf("::", StringComparison.Ordinal);
        if (separator < 0 || !Urn.TryParse(text[..separator], out var urn))
            return false;

        reference = new ProviderReference(urn, text[(separator + 2)..]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}
