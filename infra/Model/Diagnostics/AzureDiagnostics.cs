using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC13nn: Azure would refuse the resource, now or half-way through a deployment.</summary>
public static class AzureDiagnostics
{
    /// <summary>The name breaks the rule of its resource type.</summary>
    public static readonly DiagnosticDescriptor IllegalName = new(
        "ACC1301", Error, "Name not legal in Azure",
        "'{0}' is not a legal name of {1}: {2}.",
        "Each resource type has its own rule for names. Without `name`, the short name of the entry is taken.",
        "Choose another name.");

    /// <summary>Two resources of one type would have the same name.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = new(
        "ACC1302", Error, "Name used twice",
        "'{0}' has the name '{1}', as has {2}; Azure ignores casing in names.",
        "Both entries would be one resource, and each deployment would turn it into the other.",
        "Give one of them another `name`.");

    /// <summary>A combination of identities that Azure refuses.</summary>
    public static readonly DiagnosticDescriptor IdentityKind = new(
        "ACC1303", Error, "Identity not accepted by Azure",
        "{0} cannot {1}.",
        "A workspace needs an identity; a notebook instance and an attached cluster take one at most; none takes a "
        + "system-assigned identity together with user-assigned ones.",
        "Use an identity of the kind that the message names.");

    /// <summary>The vault of a customer-managed key can be purged.</summary>
    public static readonly DiagnosticDescriptor KeyVaultPurge = new(
        "ACC1304", Error, "Vault of an encryption key can be purged",
        "Vault '{0}' holds the key of workspace '{1}' and needs 'purgeProtection: true'.",
        "Azure takes a customer-managed key only from a vault whose keys cannot be lost before their retention is over.",
        "Turn purge protection on. It can never be switched off again.");

    /// <summary>A linked resource lies in another subscription.</summary>
    public static readonly DiagnosticDescriptor OtherSubscription = new(
        "ACC1305", Error, "Resource in another subscription",
        "{0} lies in subscription {1}, but has to be in {2}, the one of {3}.",
        "Everything is created in the stack's subscription, and Azure ML links vaults and attaches clusters of the workspace's only.",
        "Use a resource of the same subscription.");

    /// <summary>More nodes at least than at most.</summary>
    public static readonly DiagnosticDescriptor Scale = new(
        "ACC1306", Error, "Least nodes above most nodes",
        "'min' is {0}, which is more than 'max' ({1}).",
        "The cluster could have no size at all.",
        "Lower `min` or raise `max`.");

    /// <summary>An automatic registry without its one workspace.</summary>
    public static readonly DiagnosticDescriptor AutomaticRegistry = new(
        "ACC1307", Error, "Automatic registry without its workspace",
        "Registry '{0}' is created by Azure ML, so exactly one created workspace must name it, not {1}.",
        "Azure ML creates a registry by itself for one workspace, when that builds its first image.",
        "Name the registry in one workspace, or let the program create it by removing `auto`.");

    /// <summary>A cluster of the other kind than needed.</summary>
    public static readonly DiagnosticDescriptor NeedsAks = new(
        "ACC1308", Error, "Cluster is not an AKS cluster",
        "Cluster '{0}' is connected by Arc; {1} works with AKS only.",
        "The feature relies on what Azure manages in an AKS cluster.",
        "Refer to an AKS cluster, or use a compute of kind `kubernetes` and workload identity.");

    /// <summary>A compute away from its workspace.</summary>
    public static readonly DiagnosticDescriptor OtherRegion = new(
        "ACC1309", Error, "Compute in another region than its workspace",
        "Notebook instance '{0}' is in {1}, but workspace '{2}' is in {3}.",
        "Notebook instances can only be made in the region of their workspace.",
        "Remove `location` from the compute.");

    /// <summary>A feature of the premium tier on another tier.</summary>
    public static readonly DiagnosticDescriptor NeedsPremium = new(
        "ACC1310", Error, "Feature needs a premium registry",
        "Closing registry '{0}' to the public network needs 'sku: Premium'.",
        "Azure offers private access to registries of the premium tier only.",
        "Use the premium tier, or leave public network access on.");

    /// <summary>An existing compute whose id names another workspace.</summary>
    public static readonly DiagnosticDescriptor NotInWorkspace = new(
        "ACC1311", Error, "Existing compute belongs to another workspace",
        "'{0}' is not a compute of workspace '{1}'.",
        "The id of a compute contains the name of its workspace.",
        "Correct the id or the `workspace`.");

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All =>
    [
        IllegalName, DuplicateName, IdentityKind, KeyVaultPurge, OtherSubscription, Scale, AutomaticRegistry, NeedsAks, OtherRegion,
        NeedsPremium, NotInWorkspace,
    ];
}
