using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Graph;

/// <summary>Adds operations of Graph's version 1.0: each checks token and permission first, and writes refusals in Graph's envelope.</summary>
internal sealed class GraphRoutes(IEndpointRouteBuilder routes, SandboxContext context, EntraTenant tenant, GraphPermissions permissions)
{
    /// <summary>Adds an operation.</summary>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="pattern">Its path below <c>/v1.0</c>.</param>
    /// <param name="permission">What it demands of the caller.</param>
    /// <param name="operation">What it does.</param>
    public void Map(HttpMethod method, string pattern, GraphPermission permission, Func<GraphCall, Task<IResult>> operation) =>
        routes.MapMethods("/v1.0" + pattern, [method.Method], http => AnswerAsync(http, async () =>
        {
            await AuthorizeAsync(http, permission);
            return await operation(new GraphCall(http, tenant.Directory));
        }));

    /// <summary>Adds an operation that does not wait for anything.</summary>
    public void Map(HttpMethod method, string pattern, GraphPermission permission, Func<GraphCall, IResult> operation) =>
        Map(method, pattern, permission, call => Task.FromResult(operation(call)));

    /// <summary>Answers every other path as Graph does.</summary>
    public void MapUnknownPaths() => routes.MapFallback(http => AnswerAsync(http, () =>
        throw new GraphException(
            StatusCodes.Status400BadRequest, "BadRequest", $"Resource not found for the segment '{http.Request.Path.Value?.Split('/')[^1]}'.")));

    private async Task AuthorizeAsync(HttpContext http, GraphPermission permission)
    {
        switch (await tenant.Validator.ValidateAsync(http.Request.Headers.Authorization, tenant.Audiences.Graph))
        {
            case TokenValidation.Refused refused:
                throw GraphException.Unauthenticated(refused.Message);
            case TokenValidation.Accepted accepted:
                CallerFeature.Of(http).Principal = accepted.Principal.ObjectId.ToString();
                if (!permissions.Allows(accepted.Principal.ObjectId, permission))
                    throw GraphException.Denied();
                break;
            case var unhandled:
                throw new InvalidOperationException($"Unhandled validation {unhandled.GetType()}.");
        }
    }

    private async Task AnswerAsync(HttpContext http, Func<Task<IResult>> operation)
    {
        var requestId = context.Random.NewGuid().ToString();
        var clientRequestId = http.Request.Headers["client-request-id"].ToString() is { Length: > 0 } sent ? sent : requestId;
        http.Response.Headers["request-id"] = requestId;
        http.Response.Headers["client-request-id"] = clientRequestId;
        CallerFeature.Of(http).CorrelationId = requestId;

        IResult result;
        try
        {
            result = await operation();
        }
        catch (GraphException refusal)
        {
            result = Refuse(refusal);
        }
        catch (DirectoryConflictException conflict)
        {
            result = Refuse(GraphException.Conflict(conflict.Message));
        }

        await result.ExecuteAsync(http);

        IResult Refuse(GraphException refusal)
        {
            CallerFeature.Of(http).ErrorCode = refusal.Code;
            return JsonAnswer.Of(
                new JsonObject
                {
                    ["error"] = new JsonObject
                    {
                        ["code"] = refusal.Code,
                        ["message"] = refusal.Message,
                        ["innerError"] = new JsonObject
                        {
                            ["date"] = context.Now.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                            ["request-id"] = requestId,
                            ["client-request-id"] = clientRequestId,
                        },
                    },
                },
                status: refusal.Status);
        }
    }
}
