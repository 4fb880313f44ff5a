using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>Decides where a grant holds.</summary>
internal static class GrantScopeBinding
{
    private static readonly string[] Sections =
    [
        SectionKeys.Identities, SectionKeys.Registries, SectionKeys.Storage, SectionKeys.Vaults, SectionKeys.Insights,
        SectionKeys.Workspaces, SectionKeys.Computes, SectionKeys.Clusters,
    ];

    private static readonly string[] BroadTypes =
        ["Microsoft.Management/managementGroups", "Microsoft.Resources/subscriptions", "Microsoft.Resources/resourceGroups"];

    /// <summary>Whether a scope reaches whatever is added later to a resource group or more.</summary>
    /// <param name="scope">The scope.</param>
    public static bool IsBroad(GrantScope scope) => scope switch
    {
        GrantScope.Subscription or GrantScope.ResourceGroup => true,
        GrantScope.ById byId => BroadTypes.Any(byId.Scope.IsOf),
        GrantScope.Resource or GrantScope.Container or GrantScope.Secret => false,
        _ => throw new InvalidOperationException($"Unknown scope {scope}."),
    };

    /// <summary>Reads the scope of a grant.</summary>
    /// <param name="written">The scope as written; null when it is missing or rejected.</param>
    /// <param name="scope">What all entries share.</param>
    /// <returns>The scope; null after a problem, which has been reported.</returns>
    public static GrantScope? Bind(YamlScalar? written, BindingScope scope)
    {
        if (written is null)
            return null;
        if (written.Text.StartsWith('/'))
            return ById(written, scope);
        return written.Text switch
        {
            "subscription" => new GrantScope.Subscription(),
            "resourceGroup" => new GrantScope.ResourceGroup(),
            _ => OfEntry(written, scope),
        };
    }

    private static GrantScope.ById? ById(YamlScalar written, BindingScope scope)
    {
        if (ArmId.TryParse(written.Text, out ArmId? id))
            return new GrantScope.ById(scope.Subscription is { } own ? id.WithSubscription(own) : id);
        scope.Diagnostics.Report(ShapeDiagnostics.Malformed, written.Span, written.Text, TextShapes.ResourceId.Expectation);
        return null;
    }

    private static GrantScope? OfEntry(YamlScalar written, BindingScope scope)
    {
        (string address, string part) = PartReferences.Split(written.Text);
        string section = address.Split('.')[0];
        if (part.Length > 0 && section == SectionKeys.Storage)
            return PartReferences.Container(written, scope) is { } container ? new GrantScope.Container(container) : null;
        if (part.Length > 0 && section == SectionKeys.Vaults)
            return PartReferences.Secret(written, scope) is { } secret ? new GrantScope.Secret(secret) : null;
        if (part.Length > 0)
        {
            scope.Diagnostics.Report(
                ReferenceDiagnostics.WrongSection, written.Span, written.Text, "storage.account/container or vaults.vault/secret");
            return null;
        }

        return scope.Symbols.Find(address, written.Span, Sections) is { } entry
            ? new GrantScope.Resource(new Reference<Entry>(entry, written.Span))
            : null;
    }
}
