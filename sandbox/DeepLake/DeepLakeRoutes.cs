using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>Adds operations of Deep Lake: each finds out who calls first, and writes refusals in the service's envelope.</summary>
internal sealed class DeepLakeRoutes(IEndpointRouteBuilder routes, DeepLakeStore store, DeepLakeAuthenticator authenticator)
{
    /// <summary>Adds an operation that anybody can call.</summary>
    public void MapOpen(string pattern, Func<IResult> operation) => routes.MapAnswer(pattern, ["GET"], _ => operation());

    /// <summary>Adds an operation.</summary>
    public void Map(HttpMethod method, string pattern, Func<DeepLakeCall, Task<IResult>> operation) =>
        routes.MapMethods(pattern, [method.Method], async http =>
        {
            IResult result;
            try
            {
                var caller = await authenticator.IdentifyAsync(http.Request);
                CallerFeature.Of(http).Principal = NameOf(caller);
                result = await operation(new DeepLakeCall(http, store, caller));
            }
            catch (DeepLakeException refusal)
            {
                result = JsonAnswer.Of(new JsonObject { [store.Quirks.ErrorKey] = refusal.Message }, status: refusal.Status);
            }

            await result.ExecuteAsync(http);
        });

    /// <summary>Adds an operation that does not wait for anything.</summary>
    public void Map(HttpMethod method, string pattern, Func<DeepLakeCall, IResult> operation) =>
        Map(method, pattern, call => Task.FromResult(operation(call)));

    private static string NameOf(DeepLakeCaller caller) => caller switch
    {
        DeepLakeCaller.Person person => person.User.Id.ToString(),
        DeepLakeCaller.Workload workload => workload.Registration.ClientId.ToString(),
        _ => throw new InvalidOperationException($"Unhandled caller {caller.GetType()}."),
    };
}
