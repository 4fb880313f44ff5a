using System.Text.Json.Nodes;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Platforms;

/// <summary>A sandbox whose role assignments take five minutes to be honoured, with pods of its AKS cluster.</summary>
public sealed class PodHostFixture : ArmFixture
{
    internal static TimeSpan Effect { get; } = TimeSpan.FromMinutes(5);

    protected override SandboxDelays Delays => SandboxDelays.None with { RoleAssignmentEffect = Effect };

    /// <summary>A pod with the label <c>aadpodidbinding: scorer</c>, for which an identity is bound.</summary>
    internal JsonObject Pod(TestIdentity identity) => new()
    {
        ["pod"] = new JsonObject
        {
            ["cluster"] = this.AksCluster(),
            ["namespace"] = "scoring",
            ["labels"] = new JsonObject { ["aadpodidbinding"] = "scorer" },
            ["azureIdentities"] = new JsonArray(new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = "id-scorer", ["namespace"] = "scoring" },
                ["spec"] = new JsonObject { ["type"] = 0, ["resourceID"] = identity.Id, ["clientID"] = identity.ClientId },
            }),
            ["azureIdentityBindings"] = new JsonArray(new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = "scorer-binding", ["namespace"] = "scoring" },
                ["spec"] = new JsonObject { ["azureIdentity"] = "id-scorer", ["selector"] = "scorer" },
            }),
        },
    };

    /// <summary>An identity that MIC may assign to the cluster's machines.</summary>
    internal async Task<TestIdentity> AssignableIdentityAsync()
    {
        var identity = await IdentityAsync(await GroupAsync());
        await AssignAsync(identity.Id, await KubeletAsync(), Roles.ManagedIdentityOperator);
        await AllowMachinesAsync();
        Clock.Advance(Effect);
        return identity;
    }

    /// <summary>Lets the kubelet identity change the cluster's machines.</summary>
    internal async Task AllowMachinesAsync()
    {
        var nodes = $"{Subscription}/resourceGroups/{(await Deployer.GetAsync(this.AksCluster())).Property("nodeResourceGroup")}";
        var id = $"{nodes}/providers/Microsoft.Authorization/roleAssignments/{Guid.Parse("0b2e3c4d-0000-4000-8000-00000000000a")}";
        await Deployer.PutAsync(id, RoleAssignment(await KubeletAsync(), Roles.VirtualMachineContributor));
    }

    internal async Task<string> KubeletAsync() =>
        (await Deployer.GetAsync(this.AksCluster())).Text("properties", "identityProfile", "kubeletidentity", "objectId") ?? "";
}
