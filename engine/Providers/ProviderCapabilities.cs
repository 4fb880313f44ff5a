using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Providers;

/// <summary>What a provider said it understands, in the handshake or, when it has none, on being configured.</summary>
/// <param name="AcceptSecrets">Secrets stay marked.</param>
/// <param name="AcceptResources">Resource references stay references.</param>
/// <param name="AcceptOutputs">Output values stay what they are, in what components are built from and methods are called with.</param>
/// <param name="SupportsPreview">It foretells creations and updates; otherwise the engine answers with the inputs.</param>
internal sealed record ProviderCapabilities(bool AcceptSecrets, bool AcceptResources, bool AcceptOutputs, bool SupportsPreview)
{
    /// <summary>How values are written for the provider.</summary>
    /// <param name="keepUnknowns">Whether unknown values may be sent.</param>
    /// <param name="elideAssets">Whether the contents of assets are left out.</param>
    public MarshalOptions Marshalling(bool keepUnknowns, bool elideAssets) => new()
    {
        KeepUnknowns = keepUnknowns,
        KeepSecrets = AcceptSecrets,
        KeepResources = AcceptResources,
        ElideAssetContents = elideAssets,
    };

    /// <summary>How values are written for the components and methods of the provider.</summary>
    public MarshalOptions ComponentMarshalling => MarshalOptions.KeepAll with { KeepOutputValues = AcceptOutputs };
}
