namespace Provisioning.Infra.Model;

/// <summary>
/// Object id of a principal in Entra: what roles are assigned to. Not to be mistaken for a <see cref="ClientId"/>;
/// a role assigned to a client id fails with <c>PrincipalNotFound</c>.
/// </summary>
/// <param name="Value">The GUID.</param>
public readonly record struct PrincipalId(Guid Value)
{
    /// <summary>Renders the GUID in lower case with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
