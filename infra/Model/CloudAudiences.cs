namespace Provisioning.Infra.Model;

/// <summary>The audience a federated token must carry, per cloud. Entra compares it case-sensitively.</summary>
public static class CloudAudiences
{
    /// <summary>The audience Entra expects in a token that is exchanged in this cloud.</summary>
    /// <param name="cloud">The cloud of the identity.</param>
    public static string TokenExchangeAudience(this Cloud cloud) => cloud switch
    {
        Cloud.Public or Cloud.Sandbox => "api://AzureADTokenExchange",
        Cloud.UsGovernment => "api://AzureADTokenExchangeUSGov",
        Cloud.China => "api://AzureADTokenExchangeChina",
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Unknown cloud."),
    };
}
