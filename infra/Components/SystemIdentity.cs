using Pulumi;
using Pulumi.AzureAD;

namespace Provisioning.Infra.Components;

/// <summary>What Azure Resource Manager does not tell about a system-assigned identity.</summary>
internal static class SystemIdentity
{
    /// <summary>The client id of a principal, which only Entra's directory knows.</summary>
    public static Output<string> ClientIdOf(Output<string> principalId, Resource parent) =>
        GetServicePrincipal.Invoke(new GetServicePrincipalInvokeArgs { ObjectId = principalId }, new InvokeOptions { Parent = parent })
            .Apply(principal => principal.ClientId);
}
