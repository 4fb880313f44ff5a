namespace Provisioning.Infra.Model;

/// <summary>Id of an Azure subscription.</summary>
/// <param name="Value">The GUID.</param>
public readonly record struct SubscriptionId(Guid Value)
{
    /// <summary>Renders the GUID in lower case with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
