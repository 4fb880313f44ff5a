using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.DataPlane;

namespace Provisioning.Sandbox.Registry;

/// <summary>Which registry a request is for: the first label of the host name says it.</summary>
internal sealed class RegistryHost(DataPlaneAccess access)
{
    /// <summary>The login server a request was sent to.</summary>
    public static string LoginServer(HttpContext http) => http.Request.Host.Value?.ToLowerInvariant() ?? "";

    /// <summary>Does something with the registry of a request, alone in the world; 404 when there is none.</summary>
    public IResult With(HttpContext http, Func<ArmWorld, ArmId, IResult> answer) => access.Look(arm =>
        DataPlaneAccess.Find(arm, ContainerRegistryTypes.Registries, http.Request.Host.Host.Split('.')[0]) is { } registry
            ? answer(arm, registry)
            : RegistryErrors.Refuse(http, 404, "NAME_UNKNOWN", $"There is no registry at '{http.Request.Host}'."));
}
