using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC15nn: deployable, but against least privilege; and mistakes in the policy itself.</summary>
public static class PolicyDiagnostics
{
    /// <summary>The same principal, role and scope twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateGrant = new(
        "ACC1501", Error, "Role granted twice",
        "'{0}' grants the same role to the same principal at the same scope as '{1}'.",
        "Azure keeps one assignment per principal, role and scope and refuses the second.",
        "Remove one of them.");

    /// <summary>A rule that is not in the catalogue.</summary>
    public static readonly DiagnosticDescriptor UnknownRule = new(
        "ACC1502", Error, "Unknown rule",
        "'{0}' is not the id of a rule.",
        "Rules are named by the ids of `docs/diagnostics.md`.",
        "Correct the id.");

    /// <summary>A rule that is not open to policy.</summary>
    public static readonly DiagnosticDescriptor FixedRule = new(
        "ACC1503", Error, "Rule not open to policy",
        "{0} is about correctness, so a policy can neither change nor exempt it.",
        "Only advice can be overruled; the documentation of a rule says whether it is.",
        "Remove the line and correct what the rule reports.");

    /// <summary>An exemption that is over.</summary>
    public static readonly DiagnosticDescriptor Expired = new(
        "ACC1504", Error, "Exemption expired",
        "The exemption of '{0}' from {1} ended on {2}.",
        "Exemptions end, so that exceptions do not become the rule.",
        "Do what the rule asks for, or renew the exemption with its reason.");

    /// <summary>An exemption of something that does not exist.</summary>
    public static readonly DiagnosticDescriptor UnknownEntry = new(
        "ACC1505", Error, "Exemption of an unknown entry",
        "There is no entry '{0}' in this document.",
        "Exemptions name an entry with its section, such as `registries.legacy`.",
        "Correct the address, or remove the exemption.");

    /// <summary>An exemption that exempts nothing.</summary>
    public static readonly DiagnosticDescriptor Unused = new(
        "ACC1506", Warning, "Exemption not needed",
        "'{0}' does not break {1}.",
        "What the exemption was made for has been corrected.",
        "Remove the exemption.");

    /// <summary>The admin user of a registry is on.</summary>
    public static readonly DiagnosticDescriptor AdminUser = new(
        "ACC1551", Warning, "Registry with admin user",
        "Registry '{0}' has its admin user on.",
        "Its two passwords are shared, never expire by themselves, and can push and delete images.",
        "Remove `adminUser` and pull with identities.") { Overridable = true };

    /// <summary>Shared keys of a storage account are on.</summary>
    public static readonly DiagnosticDescriptor SharedKeys = new(
        "ACC1552", Warning, "Storage account with shared keys",
        "Storage account '{0}' may be used with its shared keys.",
        "A key opens everything in the account to whoever holds it, past every role.",
        "Remove `sharedKeys` and read with identities.") { Overridable = true };

    /// <summary>A powerful role on much.</summary>
    public static readonly DiagnosticDescriptor BroadGrant = new(
        "ACC1553", Warning, "Powerful role on a broad scope",
        "'{0}' grants {1} on {2}.",
        "Owner, Contributor and the roles that hand out roles reach everything below their scope, also what is added later.",
        "Grant a narrower role, or the same role on single resources.") { Overridable = true };

    /// <summary>A vault that can be purged.</summary>
    public static readonly DiagnosticDescriptor PurgeProtection = new(
        "ACC1554", Information, "Vault without purge protection",
        "Vault '{0}' can be purged before its retention is over.",
        "Whoever may purge can destroy secrets and keys for good.",
        "Set `purgeProtection: true` where data is not throw-away.") { Overridable = true };

    /// <summary>All of an account where containers are listed.</summary>
    public static readonly DiagnosticDescriptor WholeAccount = new(
        "ACC1555", Information, "Access to a whole storage account",
        "Workload '{0}' gets every container of storage account '{1}'.",
        "The role holds for containers that are added later, too.",
        "Name the containers it needs, such as `data/images`.") { Overridable = true };

    /// <summary>Access that is given twice.</summary>
    public static readonly DiagnosticDescriptor Redundant = new(
        "ACC1556", Warning, "Access given twice",
        "Workload '{0}' asks for '{1}' under '{2}', which '{3}' under '{4}' includes.",
        "Writing includes reading, pushing includes pulling, and an account includes its containers.",
        "Remove the narrower line.") { Overridable = true };

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All =>
    [
        DuplicateGrant, UnknownRule, FixedRule, Expired, UnknownEntry, Unused, AdminUser, SharedKeys, BroadGrant, PurgeProtection,
        WholeAccount, Redundant,
    ];
}
