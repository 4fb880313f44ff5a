using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access.Rules;

/// <summary>
/// What a workspace's connection to a private registry needs: its identity pulls, and the workspace may hand that identity to
/// the build task.
/// </summary>
internal static class ConnectionRule
{
    /// <summary>The grants that the connections of one workspace demand.</summary>
    public static IEnumerable<AccessGrant> Of(Workspace workspace)
    {
        foreach (var connection in workspace.Connections)
        {
            var (registry, identity) = (connection.Registry.Target, connection.Identity.Target);
            yield return new AccessGrant(
                new Principal.Managed(identity),
                RegistryRoles.Pull(registry),
                new AccessScope.Resource(registry),
                [new Reason($"{workspace.Address} builds on images of {registry.Address}", connection.Span)]);

            foreach (var principal in Principal.Of(workspace.Identity, new Principal.OfWorkspace(workspace)))
            {
                yield return new AccessGrant(
                    principal,
                    BuiltInRoles.ManagedIdentityOperator,
                    new AccessScope.Resource(identity),
                    [new Reason($"{workspace.Address} pulls from {registry.Address} as {identity.Address}", connection.Identity.Span)]);
            }
        }
    }
}
