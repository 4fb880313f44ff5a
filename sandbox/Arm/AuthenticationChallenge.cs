using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm;

/// <summary>The 401 of Resource Manager. Its header names the tenant, which clients use to find out where to sign in.</summary>
internal static class AuthenticationChallenge
{
    /// <summary>The answer to a request whose token was refused.</summary>
    public static ArmResponse For(TokenValidation.Refused refused, SandboxContext sandbox)
    {
        var code = refused.Reason switch
        {
            TokenRefusal.Missing => "AuthenticationFailed",
            TokenRefusal.Expired => "ExpiredAuthenticationToken",
            TokenRefusal.WrongIssuer => "InvalidAuthenticationTokenTenant",
            _ => "InvalidAuthenticationToken",
        };
        var authority = new Uri(sandbox.AddressOf(SandboxEndpoint.Login), sandbox.Options.TenantId.ToString());
        ArmResponse response = new ArmError(401, code, refused.Message);
        return response with
        {
            Headers = new Dictionary<string, string>
            {
                ["WWW-Authenticate"] = $"Bearer authorization_uri=\"{authority}\", error=\"invalid_token\", error_description=\"{refused.Message}\"",
            },
        };
    }
}
