using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.DataPlane;

/// <summary>What the services behind resources ask of Resource Manager: who calls, which resource is meant, and who may do what with its data.</summary>
internal sealed class DataPlaneAccess(ArmWorld arm)
{
    /// <summary>Checks the caller's token.</summary>
    /// <param name="http">The request.</param>
    /// <param name="audiences">The resources the token may be for.</param>
    public async Task<TokenValidation> AuthenticateAsync(HttpContext http, params IReadOnlyCollection<string> audiences)
    {
        var validation = await arm.Tenant.Validator.ValidateAsync(http.Request.Headers.Authorization, audiences);
        if (validation is TokenValidation.Accepted accepted)
            CallerFeature.Of(http).Principal = accepted.Principal.ObjectId.ToString();
        return validation;
    }

    /// <summary>Looks at or changes the world while nobody else does, with everything done that is due.</summary>
    public T Look<T>(Func<ArmWorld, T> look)
    {
        lock (arm.Gate)
        {
            arm.Operations.Settle(arm);
            return look(arm);
        }
    }

    /// <summary>The live resource that has a global name, or null.</summary>
    public static ArmId? Find(ArmWorld world, ArmResourceType type, string name) =>
        world.Names.Holder(type.Name, name) is { } id && world.Resources.Find(id) is not null ? id : null;

    /// <summary>Whether a request is allowed by a role.</summary>
    public static bool Allows(ArmWorld world, AccessRequest request) => world.Access.FindGrant(request) is not null;
}
