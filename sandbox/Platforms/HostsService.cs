using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Admin;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Platforms;

/// <summary>
/// <c>POST /_sandbox/hosts</c>: puts code onto a host. The answer has the variables that the platform gives to code there, by which
/// Azure's libraries find the host's managed identities.
/// </summary>
internal sealed class HostsService(SandboxContext context, DataPlaneAccess access) : ISandboxService
{
    private readonly WorldTable<Host> _hosts = context.World.Table<Host>("hosts");

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app) => app.MapAnswer("/_sandbox/hosts", ["POST"], async http =>
    {
        var (host, refusal) = new HostRequest(context.Random).Read(await AdminBody.ReadAsync(http.Request, http.RequestAborted));
        return host is null ? JsonAnswer.Of(refusal, 400) : access.Look(arm => Start(host, arm));
    });

    private IResult Start(Host host, ArmWorld arm)
    {
        if (arm.Resources.Find(ArmId.Parse(host.Resource)) is null)
            return JsonAnswer.Of($"There is no resource '{host.Resource}'.", 404);
        if (host is not Host.Pod && HostIdentities.Of(host, arm) is [])
            return JsonAnswer.Of($"'{host.Resource}' has no identity, so that code there finds none. Give it one first.", 409);

        _hosts.Put(host.Name, host);
        return JsonAnswer.Of(new JsonObject { ["environment"] = Environment(host, arm) });
    }

    private JsonObject Environment(Host host, ArmWorld arm)
    {
        var address = context.AddressOf(SandboxEndpoint.Identity);
        return host is Host.Compute compute
            ? new()
            {
                ["MSI_ENDPOINT"] = $"{address}{host.Name}/msi/token",
                ["MSI_SECRET"] = compute.Secret,
                ["DEFAULT_IDENTITY_CLIENT_ID"] = HostIdentities.Of(host, arm)[0].AppId.ToString(),
            }
            : new() { ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = $"http://{host.Name}.localhost:{address.Port}" };
    }
}
