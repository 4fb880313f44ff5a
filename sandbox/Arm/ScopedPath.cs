using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// Extensions hang under any resource, so their paths begin with an id of any length. Routing wants a fixed number of segments: the
/// scope is folded into one before routing, and the original path kept.
/// </summary>
internal sealed class ScopedPath
{
    private static readonly string[] Extensions =
    [
        "/providers/Microsoft.Authorization/",
        "/providers/Microsoft.KubernetesConfiguration/extensions",
        "/providers/Microsoft.ManagedIdentity/identities/",
    ];

    private ScopedPath(string original) => Original = original;

    /// <summary>The path as the client sent it.</summary>
    public string Original { get; }

    /// <summary>The original path of a request.</summary>
    public static string Of(HttpContext http) => http.Features.Get<ScopedPath>()?.Original ?? http.Request.Path.Value ?? "/";

    /// <summary>Folds the scope of a request to an extension, then goes on.</summary>
    public static Task FoldAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "/";
        http.Features.Set(new ScopedPath(path));
        var start = Extensions.Max(extension => path.LastIndexOf(extension, StringComparison.OrdinalIgnoreCase));
        if (start >= 0)
            http.Request.Path = new PathString("/scope" + path[start..]);
        return next(http);
    }
}
