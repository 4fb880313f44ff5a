using System.Text.Json;
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
    public void Map(WebApplication app) => app.MapAnswer("/_sandbox/trusted-issuers", ["PUT"], async http =>
    {
        if (!http.Request.HasJsonContentType())
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        try
        {
            var issuer = await http.Request.ReadFromJsonAsync(SandboxJson.Compact.TypeInfo<TrustedIssuer>(), http.RequestAborted);
            return issuer is null ? TypedResults.BadRequest() : Trust(issuer);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    });

    private IResult Trust(TrustedIssuer issuer)
    {
        try
        {
            return new IssuerKeys(context).Trust(issuer)
                ? TypedResults.NoContent()
                : JsonAnswer.Of($"The sandbox mints the tokens of '{issuer.Issuer}' itself, with a key of its own.", 409);
        }
        catch (ArgumentException)
        {
            return JsonAnswer.Of("The member 'keySet' must hold a JSON Web Key Set as a string.", 400);
        }
    }
}
