namespace Provisioning.Infra.Components;

/// <summary>Type tokens of this program's components. They are part of every URN, so they never change.</summary>
internal static class ComponentTypes
{
    public const string Identity = "provisioning:index:Identity";
    public const string Application = "provisioning:index:Application";
    public const string Registry = "provisioning:index:Registry";
    public const string Storage = "provisioning:index:Storage";
    public const string Vault = "provisioning:index:Vault";
    public const string Insights = "provisioning:index:Insights";
    public const string Workspace = "provisioning:index:Workspace";
    public const string Cluster = "provisioning:index:Cluster";
    public const string Compute = "provisioning:index:Compute";
    public const string DeepLake = "provisioning:index:DeepLake";
}
