using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Platforms;

/// <summary>
/// Where code on a host gets tokens of the host's managed identities: the instance metadata service of a machine, with NMI in front of it
/// for pods, and the endpoint of Azure ML on its computes. Plain HTTP, as on real hosts.
/// </summary>
internal sealed class IdentityService(SandboxContext context, EntraTenant tenant, DataPlaneAccess access) : ISandboxService
{
    private const string MetadataVersion = "2018-02-01";
    private const string ComputeVersion = "2017-09-01";

    private readonly WorldTable<Host> _hosts = context.World.Table<Host>("hosts");

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Identity;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/metadata/identity/oauth2/token", ["GET"], AnswerMetadata);
        app.MapAnswer("/{name}/msi/token", ["GET"], AnswerCompute);
    }

    private IResult AnswerMetadata(HttpContext http)
    {
        if (!HasMetadataHeader(http))
            return IdentityRefusal.MetadataHeaderMissing(http);
        if (_hosts.Find(http.Request.Host.Host.Split('.')[0]) is not { } host || host is Host.Compute)
            return IdentityRefusal.HostUnknown(http, $"There is no machine or pod at '{http.Request.Host}'.");
        return WantedIdentity.OfMetadata(http.Request.Query) is { } wanted
            ? Answer(http, host, MetadataVersion, wanted)
            : IdentityRefusal.InvalidRequest(http, "Name an identity by one of 'client_id', 'object_id' and 'msi_res_id'.");
    }

    private IResult AnswerCompute(HttpContext http)
    {
        var name = http.Route("name");
        if (!HasMetadataHeader(http))
            return IdentityRefusal.MetadataHeaderMissing(http);
        if (_hosts.Find(name) is not Host.Compute compute)
            return IdentityRefusal.HostUnknown(http, $"There is no compute '{name}'.");
        return IsSecret(http.Request.Headers["secret"].ToString(), compute.Secret)
            ? Answer(http, compute, ComputeVersion, WantedIdentity.OfCompute(http.Request.Query))
            : IdentityRefusal.SecretWrong(http);
    }

    private static bool HasMetadataHeader(HttpContext http) => http.Request.Headers["Metadata"] == "true";

    private static bool IsSecret(string shown, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secret));

    private IResult Answer(HttpContext http, Host host, string version, WantedIdentity wanted)
    {
        if (http.Request.Query["api-version"] != version)
            return IdentityRefusal.InvalidRequest(http, $"The query parameter 'api-version' must be {version}.");
        if (http.Request.Query["resource"].ToString() is not { Length: > 0 } resource)
            return IdentityRefusal.InvalidRequest(http, "The query parameter 'resource' is missing.");
        if (!tenant.HasResource(resource))
            return IdentityRefusal.ResourceUnknown(http, EntraErrors.ResourceNotFound(resource, tenant.Directory.TenantId));

        return access.Look(arm =>
        {
            if (arm.Resources.Find(ArmId.Parse(host.Resource)) is null)
                return IdentityRefusal.HostUnknown(http, $"The host is gone with '{host.Resource}'.");
            var (principal, refusal) = host is Host.Pod pod
                ? PodAssignment.Resolve(pod, wanted, arm)
                : (wanted.Choose(HostIdentities.Of(host, arm)), null);
            if (refusal is not null)
                return IdentityRefusal.PodHasNone(http, refusal);
            return principal is null ? IdentityRefusal.IdentityNotFound(http) : Grant(http, principal, resource);
        });
    }

    private IResult Grant(HttpContext http, ServicePrincipal principal, string resource)
    {
        CallerFeature.Of(http).Principal = principal.ObjectId.ToString();
        var token = tenant.Tokens.Issue(principal, resource);

        // Microsoft's library takes the last of the two expiry members, so the order of the real service counts.
        return JsonAnswer.Of(new JsonObject
        {
            ["access_token"] = token.Value,
            ["refresh_token"] = "",
            ["expires_in"] = token.ExpiresIn.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
            ["expires_on"] = token.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["not_before"] = context.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }
}
