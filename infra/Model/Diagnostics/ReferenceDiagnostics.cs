using static Provisioning.Infra.Model.Diagnostics.DiagnosticSeverity;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>ACC12nn: a value refers to something that is not there or not fitting.</summary>
public static class ReferenceDiagnostics
{
    /// <summary>No entry of that name.</summary>
    public static readonly DiagnosticDescriptor Unknown = new(
        "ACC1201", Error, "Unknown reference",
        "There is no {1} named '{0}' in this document.",
        "References name entries of the same document by their short names.",
        "Correct the name or declare the entry.");

    /// <summary>An entry of a section that does not fit here.</summary>
    public static readonly DiagnosticDescriptor WrongSection = new(
        "ACC1202", Error, "Reference to the wrong kind of entry",
        "'{0}' cannot stand here; {1} is needed.",
        "A reference may be written with its section, such as `registries.private`, and only some sections fit.",
        "Refer to an entry of the right section.");

    /// <summary>The short name stands in more than one fitting section.</summary>
    public static readonly DiagnosticDescriptor Ambiguous = new(
        "ACC1203", Error, "Ambiguous reference",
        "'{0}' may be {1}.",
        "Where several sections fit, a short name must be in one of them only.",
        "Write the section in front of the name.");

    /// <summary>The account does not list that container.</summary>
    public static readonly DiagnosticDescriptor UnknownContainer = new(
        "ACC1204", Error, "Unknown container",
        "Storage account '{0}' lists no container named '{1}'.",
        "A misspelt container would get a role that nobody uses.",
        "Correct the name, or add the container under `containers` of the account, existing ones too.");

    /// <summary>An id of another type than needed.</summary>
    public static readonly DiagnosticDescriptor WrongResourceType = new(
        "ACC1205", Error, "Resource id of the wrong type",
        "'{0}' is the id of a {1}, but {2} is needed.",
        "The id names another kind of Azure resource.",
        "Copy the id of the right resource, for example from `az resource show --query id`.");

    /// <summary>No built-in role of that name.</summary>
    public static readonly DiagnosticDescriptor UnknownRole = new(
        "ACC1206", Error, "Unknown role",
        "'{0}' is not a built-in role that is known here.",
        "Roles are given by the exact name of a built-in role, or by the GUID of any role definition.",
        "Correct the name, or give the GUID from `az role definition list --name <name> --query [].name`.");

    /// <summary>The default instance type is not one of the instance types.</summary>
    public static readonly DiagnosticDescriptor UnknownInstanceType = new(
        "ACC1207", Error, "Unknown instance type",
        "'{0}' is not one of the instance types of this compute.",
        "Jobs that name no instance type would ask for one that does not exist and stay pending.",
        "Name one of `instanceTypes`, or leave the key out to get Azure ML's own default.");

    /// <summary>The entry has no identity of its own to grant something to.</summary>
    public static readonly DiagnosticDescriptor NoSystemIdentity = new(
        "ACC1208", Error, "Entry has no system-assigned identity",
        "'{0}' has no system-assigned identity that a role could be granted to.",
        "A workspace or compute is a principal by its system-assigned identity only.",
        "Grant the role to the user-assigned identity it uses, or give it `identity: system`.");

    /// <summary>Every descriptor of this range.</summary>
    internal static DiagnosticDescriptor[] All =>
        [Unknown, WrongSection, Ambiguous, UnknownContainer, WrongResourceType, UnknownRole, UnknownInstanceType, NoSystemIdentity];
}
