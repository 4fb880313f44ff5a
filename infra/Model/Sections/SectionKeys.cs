namespace Provisioning.Infra.Model.Sections;

/// <summary>Keys of the sections that hold named entries.</summary>
internal static class SectionKeys
{
    public const string Identities = "identities";
    public const string Applications = "applications";
    public const string Registries = "registries";
    public const string Storage = "storage";
    public const string Vaults = "vaults";
    public const string Insights = "insights";
    public const string Clusters = "clusters";
    public const string Workspaces = "workspaces";
    public const string Computes = "computes";
    public const string DeepLake = "deeplake";
    public const string Workloads = "workloads";
    public const string Grants = "grants";
    public const string PodIdentities = "podIdentities";
}
