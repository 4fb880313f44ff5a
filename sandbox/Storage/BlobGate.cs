using System.Globalization;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Arm.Storage;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Storage;

/// <summary>Lets a request into an account: token, network, data role with its condition, and only then whether the container is there.</summary>
internal sealed class BlobGate(SandboxContext sandbox, DataPlaneAccess access)
{
    private const string Audience = "https://storage.azure.com";
    private const string OldestVersionWithTokens = "2017-11-09";
    private const string ContainerName = "Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]";
    private const string BlobPath = "Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path]";

    /// <summary>Answers a request for a blob, or for the blobs, of a container.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Name of the account.</param>
    /// <param name="container">Name of the container.</param>
    /// <param name="blob">Name of the blob; empty when all are meant.</param>
    /// <param name="demand">What the caller needs.</param>
    /// <param name="answer">Does the work; gets the container.</param>
    public async Task<IResult> EnterAsync(
        HttpContext http, string account, string container, string blob, BlobDemand demand, Func<ArmResource, IResult> answer)
    {
        WriteHeaders(http);
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith("SharedKey", StringComparison.Ordinal))
            return access.Look(arm => RefuseKey(http, account, arm));

        var validation = await access.AuthenticateAsync(http, Audience);
        if (validation is not TokenValidation.Accepted { Principal: var principal })
            return Challenge(http, authorization);
        if (string.CompareOrdinal(http.Request.Headers["x-ms-version"], OldestVersionWithTokens) < 0)
            return Refuse(http, 403, "AuthenticationFailed", $"Tokens need the header 'x-ms-version' with {OldestVersionWithTokens} or later.");

        return access.Look(arm =>
        {
            if (DataPlaneAccess.Find(arm, StorageTypes.Accounts, account) is not { } id)
                return Refuse(http, 404, "AccountNotFound", $"There is no storage account '{account}'.");
            if (IsClosed(id, arm))
                return Refuse(http, 403, "AuthorizationFailure", "The network rules of the account do not let this request in.");

            var scope = id.Append($"blobServices/default/containers/{container}");
            if (!DataPlaneAccess.Allows(arm, Request(principal.ObjectId, scope, blob, demand)))
                return Refuse(http, 403, "AuthorizationPermissionMismatch", "The caller lacks the permission that this operation needs. After a recent assignment, wait for it to take effect.");
            return arm.Resources.Find(scope) is { } found
                ? answer(found)
                : Refuse(http, 404, "ContainerNotFound", $"There is no container '{container}'.");
        });
    }

    /// <summary>A refusal in the service's form.</summary>
    public IResult Refuse(HttpContext http, int status, string code, string message) => BlobErrors.Refuse(http, status, code, message, sandbox.Now);

    private static AccessRequest Request(Guid principal, ArmId container, string blob, BlobDemand demand)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>> { [ContainerName] = [container.Name] };
        if (blob.Length > 0)
            attributes[BlobPath] = [blob];
        return new AccessRequest(principal, demand.Action, container)
        {
            IsDataAction = true,
            SubOperation = demand.SubOperation,
            Attributes = attributes,
        };
    }

    private static bool IsClosed(ArmId account, ArmWorld arm)
    {
        var properties = arm.Resources.Find(account)?.Open().ObjectAt("properties");
        return string.Equals(properties.TextAt("publicNetworkAccess"), "Disabled", StringComparison.OrdinalIgnoreCase)
            || string.Equals(properties.TextAt("networkAcls", "defaultAction"), "Deny", StringComparison.OrdinalIgnoreCase);
    }

    private IResult RefuseKey(HttpContext http, string account, ArmWorld arm)
    {
        var isOff = DataPlaneAccess.Find(arm, StorageTypes.Accounts, account) is { } id
            && arm.Resources.Find(id)?.Open().FlagAt("properties", "allowSharedKeyAccess") is false;
        return isOff
            ? Refuse(http, 403, "KeyBasedAuthenticationNotPermitted", "The account does not accept its keys. Use a token.")
            : Refuse(http, 403, "AuthenticationFailed", "The sandbox does not check signatures by account keys. Use a token.");
    }

    private IResult Challenge(HttpContext http, string authorization)
    {
        var authority = new Uri(sandbox.AddressOf(SandboxEndpoint.Login), $"{sandbox.Options.TenantId}/oauth2/authorize");
        http.Response.Headers.WWWAuthenticate = $"Bearer authorization_uri={authority} resource_id={Audience}";
        return authorization.Length is 0
            ? Refuse(http, 401, "NoAuthenticationInformation", $"The request needs a token for '{Audience}'.")
            : Refuse(http, 401, "InvalidAuthenticationInfo", $"The token is not valid for '{Audience}'.");
    }

    private void WriteHeaders(HttpContext http)
    {
        http.Response.Headers["x-ms-request-id"] = sandbox.Random.NewGuid().ToString();
        http.Response.Headers["x-ms-version"] = http.Request.Headers["x-ms-version"].FirstOrDefault() ?? OldestVersionWithTokens;
        http.Response.Headers.Date = sandbox.Now.ToString("R", CultureInfo.InvariantCulture);
    }
}
