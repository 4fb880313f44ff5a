using Provisioning.Sandbox.Admin;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Drift;
using Provisioning.Sandbox.DeepLake;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Graph;
using Provisioning.Sandbox.Oidc;

namespace Provisioning.Sandbox.Hosting;

/// <summary>The composition of a sandbox: which services it has.</summary>
internal static class SandboxServices
{
    /// <summary>All services of a sandbox. The order decides which one sees a request first where two share an endpoint.</summary>
    public static IReadOnlyList<ISandboxService> Create(SandboxContext context)
    {
        var tenant = EntraTenant.Open(context);
        var arm = new ArmService(context, tenant);
        return
        [
            new AdminService(context),
            new OidcService(context),
            new EntraService(context, tenant),
            arm,
            new DriftService(arm.World),
            new TrustedIssuersService(context),
            new GraphService(context, tenant),
            new DeepLakeService(context, tenant),
            new DeepLakeQuirksService(context),
        ];
    }
}
