using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access.Rules;

/// <summary>Grants that the document writes out.</summary>
internal static class DeclaredRule
{
    /// <summary>One grant of the document.</summary>
    public static AccessGrant Of(Grant grant) =>
        new(Principal.Of(grant.Principal), grant.Role, AccessScope.Of(grant.Scope), [new Reason($"{grant.Address}: {grant.Reason}", grant.Span)])
        {
            Condition = grant.Condition,
        };
}
