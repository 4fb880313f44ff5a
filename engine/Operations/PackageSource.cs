using Provisioning.Engine.Providers;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Operations;

/// <summary>Which plugin a program wants a package from.</summary>
/// <param name="Version">The version of the plugin; empty for any.</param>
/// <param name="DownloadUrl">Where the plugin is to come from; empty for the usual place.</param>
/// <param name="Plugin">The plugin's name; empty when it is the package's.</param>
/// <param name="Parameterization">What the plugin is to make the package from; null when it serves its own.</param>
internal sealed record PackageSource(string Version, string DownloadUrl, string Plugin = "", ProviderParameterization? Parameterization = null)
{
    /// <summary>The version of the package itself; empty for any.</summary>
    public string PackageVersion => Parameterization?.Version ?? Version;

    /// <summary>The inputs of a provider of the package, with what says where it comes from.</summary>
    public PropertyMap AddTo(PropertyMap inputs)
    {
        inputs = ProviderInputs.WithPlugin(inputs, Version, DownloadUrl);
        return Parameterization is null ? inputs : ProviderInputs.WithParameterization(inputs, Plugin, Parameterization);
    }
}
