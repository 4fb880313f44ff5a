using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra;

/// <summary>
/// <c>PUT /_sandbox/trusted-issuers</c>: makes the tenant know the keys of an issuer that it cannot reach over a network. Stands for
/// the discovery documents that such an issuer would publish on the internet.
/// </summary>
internal sealed class TrustedIssuersService(SandboxContext context) : ISandboxService
{
    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app) =>
        app.MapPut("/_sandbox/trusted-issuers", (TrustedIssuer issuer) =>
        {
            try
            {
                return new IssuerKeys(context).Trust(issuer)
                    ? Results.NoContent()
                    : Results.Conflict($"The sandbox mints the tokens of '{issuer.Issuer}' itself, with a key of its own.");
            }
            catch (ArgumentException)
            {
                return Results.BadRequest("The member 'keySet' must hold a JSON Web Key Set as a string.");
            }
        });
}
