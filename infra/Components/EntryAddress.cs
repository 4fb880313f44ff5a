using Provisioning.Infra.Model.Sections;

namespace Provisioning.Infra.Components;

/// <summary>An entry of a stack document, as the program's component of it.</summary>
/// <param name="ComponentType">Type token of the component.</param>
/// <param name="Name">Short name of the entry, and logical name of the component and of its main resource.</param>
public sealed record EntryAddress(string ComponentType, string Name)
{
    /// <summary>Reads an address such as <c>registries.workspace</c>; null when it names no section whose entries are deployed.</summary>
    public static EntryAddress? Find(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Split('.', 2) is [var section, { Length: > 0 } name] && TypeOf(section) is { } type ? new EntryAddress(type, name) : null;
    }

    private static string? TypeOf(string section) => section switch
    {
        SectionKeys.Identities => ComponentTypes.Identity,
        SectionKeys.Applications => ComponentTypes.Application,
        SectionKeys.Registries => ComponentTypes.Registry,
        SectionKeys.Storage => ComponentTypes.Storage,
        SectionKeys.Vaults => ComponentTypes.Vault,
        SectionKeys.Insights => ComponentTypes.Insights,
        SectionKeys.Workspaces => ComponentTypes.Workspace,
        SectionKeys.Computes => ComponentTypes.Compute,
        _ => null,
    };
}
