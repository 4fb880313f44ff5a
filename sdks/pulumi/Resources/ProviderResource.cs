using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A configured provider of a package.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    private string? reference;

    /// <summary>Registers a provider.</summary>
    /// <param name="package">The package, such as <c>azure-native</c>.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The configuration.</param>
    /// <param name="options">How the engine treats it.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(TypePrefix + package, name, args, options) => Package = package;

    /// <summary>The package.</summary>
    internal string Package { get; }

    /// <summary>The reference to the provider on the wire; composed once, because each of its resources sends it.</summary>
    internal async ValueTask<string> GetReferenceAsync()
    {
        var urn = await Urn.GetValueAsync("").ConfigureAwait(false);
        var id = await Id.GetValueAsync("").ConfigureAwait(false);
        return reference ??= $"{urn}::{(string.IsNullOrEmpty(id) ? Signatures.Unknown : id)}";
    }
}
