namespace Provisioning.Sdk.Generator.Schema;

/// <summary>Where a package's facts come from, and which version of it they describe.</summary>
internal sealed record PackageSource(string Version, string PluginName, string Nuget, string CsharpRootNamespace);
