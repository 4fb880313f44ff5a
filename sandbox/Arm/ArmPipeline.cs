using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.Throttling;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// The order in which Resource Manager looks at a request: token, subscription, throttling, API version, access, resource group, parent,
/// lock, and only then the provider. Access comes before existence, so that a stranger learns nothing.
/// </summary>
internal sealed class ArmPipeline(ArmWorld arm)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly ArmThrottle _throttle = new(arm.Sandbox);
    private readonly ConcurrentDictionary<string, bool> _exclusive = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers a request for an operation.</summary>
    public async Task RunAsync(HttpContext http, ArmOperation operation)
    {
        var answer = new ArmAnswer(http, arm.Sandbox);
        var (caller, refusal) = await AuthenticateAsync(http);
        if (caller is null)
        {
            await answer.WriteAsync(refusal);
            return;
        }

        var target = ArmId.TargetOf(ScopedPath.Of(http));
        if (CheckSubscription(target) is { } foreign)
        {
            await answer.WriteAsync(foreign);
            return;
        }

        if (_throttle.Take(caller.ObjectId, target.SubscriptionId, http) is { } throttled)
        {
            await answer.WriteAsync(throttled);
            return;
        }

        var (request, malformed) = await ReadAsync(http, operation, caller, target);
        if (malformed is not null)
            await answer.WriteAsync(malformed);
        else if (request is not null)
            await answer.WriteAsync(await InvokeAsync(operation, request, http.RequestAborted));
    }

    /// <summary>Answers a request no operation is there for.</summary>
    public async Task RefuseAsync(HttpContext http)
    {
        var answer = new ArmAnswer(http, arm.Sandbox);
        var (_, refusal) = await AuthenticateAsync(http);
        var target = ArmId.TargetOf(ScopedPath.Of(http));
        await answer.WriteAsync(refusal ?? CheckSubscription(target) ?? UnknownRoute.Explain(http.Request.Method, ScopedPath.Of(http)));
    }

    private async Task<(TokenPrincipal? Caller, ArmResponse? Refusal)> AuthenticateAsync(HttpContext http)
    {
        var validation = await arm.Tenant.Validator.ValidateAsync(http.Request.Headers.Authorization, arm.Tenant.Audiences.ResourceManager);
        switch (validation)
        {
            case TokenValidation.Accepted { Principal: var principal }:
                CallerFeature.Of(http).Principal = principal.ObjectId.ToString();
                return (principal, null);
            case TokenValidation.Refused refused:
                return (null, AuthenticationChallenge.For(refused, arm.Sandbox));
            default:
                throw new InvalidOperationException($"'{validation}' is no known outcome of a token's validation.");
        }
    }

    private ArmError? CheckSubscription(ArmId target) =>
        target.SubscriptionId is not { } id || arm.Subscriptions.Contains(arm.SubscriptionOf(target))
            ? null
            : new ArmError(404, "SubscriptionNotFound", $"There is no subscription '{id}', or the caller cannot see it.");

    private async Task<(ArmRequest? Request, ArmError? Malformed)> ReadAsync(
        HttpContext http, ArmOperation operation, TokenPrincipal caller, ArmId target)
    {
        var version = http.Request.Query["api-version"].ToString();
        if (operation.Versions.Check(version, target) is { } unsupported)
            return (null, unsupported);

        JsonObject body = [];
        if (http.Request.ContentLength is not (null or 0) || http.Request.Headers.TransferEncoding.Count > 0)
        {
            try
            {
                body = await JsonNode.ParseAsync(http.Request.Body, documentOptions: Strict, cancellationToken: http.RequestAborted) as JsonObject
                    ?? throw new JsonException("The body is no object.");
            }
            catch (JsonException fault)
            {
                return (null, ArmError.BadRequest("InvalidRequestContent", $"The body of the request is no JSON object: {fault.Message}"));
            }
        }

        return (new ArmRequest
        {
            Target = target,
            Path = ScopedPath.Of(http),
            ApiVersion = version,
            Body = body,
            Query = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Route = http.Request.RouteValues.ToDictionary(pair => pair.Key, pair => $"{pair.Value}", StringComparer.OrdinalIgnoreCase),
            IfMatch = http.Request.Headers.IfMatch.FirstOrDefault(),
            Caller = caller,
            At = arm.Sandbox.Now,
        }, null);
    }

    private async Task<ArmResponse> InvokeAsync(ArmOperation operation, ArmRequest request, CancellationToken cancellationToken)
    {
        if (operation.Exclusive(request) is not { } key)
            return Invoke(operation, request);
        if (!_exclusive.TryAdd(key, true))
            return operation.Busy(request);

        try
        {
            var response = Invoke(operation, request);
            await Task.Delay(operation.Duration(arm), arm.Sandbox.Clock, cancellationToken);
            return response;
        }
        finally
        {
            _exclusive.TryRemove(key, out _);
        }
    }

    private ArmResponse Invoke(ArmOperation operation, ArmRequest request)
    {
        lock (arm.Gate)
        {
            arm.Operations.Settle(arm);
            return CheckAccess(operation, request)
                ?? Containment.Check(operation, request, arm)
                ?? arm.Locks.Check(operation.Method, request.Target)
                ?? operation.Invoke(request, arm);
        }
    }

    private ArmError? CheckAccess(ArmOperation operation, ArmRequest request)
    {
        var caller = request.Caller;
        var permission = operation.Permission.Replace(
            "{providerNamespace}", request.Route.GetValueOrDefault("providerNamespace"), StringComparison.Ordinal);
        if (permission.Length > 0 && !arm.Access.Allows(caller.ObjectId, permission, request.Target))
        {
            return new ArmError(
                403,
                "AuthorizationFailed",
                $"The client '{caller.AppId}' with object id '{caller.ObjectId}' lacks the action '{permission}' on '{request.Target}', or there is no such scope. Assign a role that grants it; after a recent grant, sign in again.");
        }

        return operation.LinkedAccess(request, arm)
            .Where(link => !arm.Access.Allows(caller.ObjectId, link.Action, link.Scope))
            .Select(link => new ArmError(
                403,
                "LinkedAuthorizationFailed",
                $"The client '{caller.AppId}' with object id '{caller.ObjectId}' has the action '{permission}' on '{request.Target}', but lacks '{link.Action}' on '{link.Scope}', which the request names. Assign a role that grants it there."))
            .FirstOrDefault();
    }
}
