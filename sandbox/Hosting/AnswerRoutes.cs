using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Provisioning.Sandbox.Hosting;

/// <summary>Routes whose handlers read the request themselves: nothing is bound to parameters, which would take reflection.</summary>
internal static class AnswerRoutes
{
    /// <summary>Adds a route that waits for something.</summary>
    public static void MapAnswer(
        this IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Func<HttpContext, Task<IResult>> answer) =>
        routes.MapMethods(pattern, methods, async http => await (await answer(http)).ExecuteAsync(http));

    /// <summary>Adds a route that does not wait for anything.</summary>
    public static void MapAnswer(this IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Func<HttpContext, IResult> answer) =>
        routes.MapMethods(pattern, methods, http => answer(http).ExecuteAsync(http));

    /// <summary>A part of the path that the route always has.</summary>
    public static string Route(this HttpContext http, string name) =>
        http.FindRoute(name) ?? throw new InvalidOperationException($"The route has no part '{name}'.");

    /// <summary>A part of the path, or null when the path ends before it.</summary>
    public static string? FindRoute(this HttpContext http, string name) => http.Request.RouteValues[name] as string;
}
