using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Sections;

/// <summary>The sections of named entries, each after the ones that its entries refer to.</summary>
internal static class StackSections
{
    /// <summary>The sections.</summary>
    public static ImmutableArray<Section> All { get; } =
    [
        new IdentitySection(), new ApplicationSection(), new RegistrySection(), new StorageSection(), new VaultSection(),
        new InsightsSection(), new ClusterSection(), new WorkspaceSection(), new ComputeSection(), new DeepLakeSection(),
        new WorkloadSection(), new GrantSection(), new PodIdentitySection(),
    ];
}
