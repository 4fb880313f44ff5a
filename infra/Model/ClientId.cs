namespace Provisioning.Infra.Model;

/// <summary>
/// Application (client) id of an identity: what tokens are asked for with. Not to be mistaken for its <see cref="PrincipalId"/>.
/// </summary>
/// <param name="Value">The GUID.</param>
public readonly record struct ClientId(Guid Value)
{
    /// <summary>Renders the GUID in lower case with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
