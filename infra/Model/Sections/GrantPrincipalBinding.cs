using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>Decides who a grant, or a registration with Deep Lake, is for.</summary>
internal static class GrantPrincipalBinding
{
    private const string Key = "principal";

    /// <summary>Reads the principal of a grant.</summary>
    /// <param name="fields">The grant.</param>
    /// <returns>The principal; null after a problem, which has been reported.</returns>
    public static GrantPrincipal? Bind(Fields fields)
    {
        if (fields.Scalar(Key) is { } written)
            return Resolve(written, fields.Scope);
        if (fields.Object(Key) is not { } directory || directory.Guid("objectId") is not { } objectId)
            return null;
        PrincipalKind? kind = directory.Text("kind") switch
        {
            "servicePrincipal" => PrincipalKind.ServicePrincipal,
            "user" => PrincipalKind.User,
            "group" => PrincipalKind.Group,
            _ => null,
        };
        return kind is { } known ? new GrantPrincipal.Directory(new PrincipalId(objectId), known) : null;
    }

    /// <summary>The entry that a text names; a workspace or compute must have a system-assigned identity.</summary>
    /// <param name="written">The text.</param>
    /// <param name="scope">What all entries share.</param>
    /// <returns>The principal; null after a problem, which has been reported.</returns>
    public static GrantPrincipal? Resolve(YamlScalar written, BindingScope scope)
    {
        string[] sections = [SectionKeys.Identities, SectionKeys.Applications, SectionKeys.Workspaces, SectionKeys.Computes];
        Entry? entry = scope.Symbols.Find(written.Text, written.Span, sections);
        if (entry is Workspace { Identity: not IdentityAssignment.SystemAssigned } or Compute { Identity: not IdentityAssignment.SystemAssigned })
            scope.Diagnostics.Report(ReferenceDiagnostics.NoSystemIdentity, written.Span, entry.Address);
        return entry switch
        {
            null => null,
            Identity identity => new GrantPrincipal.Managed(new Reference<Identity>(identity, written.Span)),
            Application application => new GrantPrincipal.ServicePrincipal(new Reference<Application>(application, written.Span)),
            Workspace workspace => new GrantPrincipal.OfWorkspace(new Reference<Workspace>(workspace, written.Span)),
            Compute compute => new GrantPrincipal.OfCompute(new Reference<Compute>(compute, written.Span)),
            _ => throw new InvalidOperationException($"'{entry.Address}' cannot be a principal."),
        };
    }
}
