using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>A provider of the test package.</summary>
internal sealed class Provider(string name, ProviderArgs args, CustomResourceOptions? options = null)
    : ProviderResource("test", name, args, options);
