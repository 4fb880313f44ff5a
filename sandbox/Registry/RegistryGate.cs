using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Registry;

/// <summary>Lets a request into a registry whose access token is good for what it needs.</summary>
internal sealed class RegistryGate(RegistryHost host, RegistryTokens tokens)
{
    private const string Scheme = "Bearer ";

    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="needed">What the token must be good for; null when any good token will do.</param>
    /// <param name="answer">Does the work; gets the registry.</param>
    public async Task<IResult> EnterAsync(HttpContext http, RegistryScope? needed, Func<ArmResource, IResult> answer)
    {
        var login = RegistryHost.LoginServer(http);
        var header = http.Request.Headers.Authorization.ToString();
        var granted = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await tokens.ReadAccessAsync(login, header[Scheme.Length..].Trim())
            : null;
        return host.With(http, (arm, id) =>
        {
            var isEnough = granted is not null && (needed is null || granted.Any(scope =>
                scope.Type == needed.Type && scope.Name == needed.Name && needed.Actions.All(scope.Actions.Contains)));
            return isEnough && arm.Resources.Find(id) is { } registry ? answer(registry) : RegistryErrors.Challenge(http, login, needed);
        });
    }
}
