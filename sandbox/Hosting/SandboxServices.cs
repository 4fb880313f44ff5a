using Provisioning.Sandbox.Admin;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Drift;
using Provisioning.Sandbox.Arm.MachineLearning.Builds;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.DeepLake;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Graph;
using Provisioning.Sandbox.Oidc;
using Provisioning.Sandbox.Platforms;
using Provisioning.Sandbox.Registry;
using Provisioning.Sandbox.Storage;
using Provisioning.Sandbox.Vault;

namespace Provisioning.Sandbox.Hosting;

/// <summary>The composition of a sandbox: which services it has.</summary>
internal static class SandboxServices
{
    /// <summary>All services of a sandbox. The order decides which one sees a request first where two share an endpoint.</summary>
    public static IReadOnlyList<ISandboxService> Create(SandboxContext context)
    {
        var tenant = EntraTenant.Open(context);
        var arm = new ArmService(context, tenant);
        var data = new DataPlaneAccess(arm.World);
        return
        [
            new AdminService(context),
            new OidcService(context),
            new EntraService(context, tenant),
            arm,
            new DriftService(arm.World),
            new ImageBuildService(arm.World, context),
            new BlobService(context, data),
            new VaultService(context, data),
            new RegistryService(context, tenant, data),
            new HostsService(context, data),
            new IdentityService(context, tenant, data),
            new TrustedIssuersService(context),
            new GraphService(context, tenant),
            new DeepLakeService(context, tenant),
            new DeepLakeQuirksService(context),
        ];
    }
}
