using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Hosting;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Calls the functions and methods of providers for the program.</summary>
internal sealed class FunctionCaller(
    OperationRequest operation,
    SecretMask secrets,
    InvokeTransforms transforms,
    IEngineEndpoint endpoint,
    ProviderResolver resolver,
    ProviderRegistry providers,
    Registrations registrations,
    RegisteredResources resources,
    RunStatus status)
{
    /// <summary>The one function whose answer may refer to resources unasked.</summary>
    private const string GetResource = "pulumi:pulumi:getResource";

    /// <summary>Calls a function. Its result is unknown while something it depends on is.</summary>
    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        request = await transforms.ApplyAsync(request, cancellationToken).ConfigureAwait(false);
        if (ResourceOptions.Urns(request.DependsOn).Any(IsPending))
            return new ResourceInvokeResponse { Unknown = true };

        var parent = request.Parent.Length > 0 ? registrations.FindGoal(Urn.Parse(request.Parent)) : null;
        var reference = await resolver.ResolveAsync(request, parent, cancellationToken).ConfigureAwait(false);
        var provider = await providers.GetAsync(reference, cancellationToken).ConfigureAwait(false);
        var args = PropertyMarshaller.Unmarshal(request.Args);
        secrets.Learn(args);
        var response = await provider.InvokeAsync(request.Tok, args, operation.DryRun, cancellationToken).ConfigureAwait(false);
        var result = PropertyMarshaller.Unmarshal(response.Return);
        secrets.Learn(result);
        if (reference.Package != PluginStarter.BuiltinPackage && result.ContainsUnknowns())
            throw new RpcException(RpcStatusCode.FailedPrecondition, $"The function '{request.Tok}' returned values that are not known.");

        var options = ProgramReply.Options(acceptSecrets: true, request.AcceptResources || request.Tok == GetResource);
        return new ResourceInvokeResponse
        {
            Return = PropertyMarshaller.Marshal(result, options),
            Failures = { response.Failures },
        };
    }

    /// <summary>Calls a method of a resource.</summary>
    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
    {
        var reference = await resolver.ResolveAsync(request, cancellationToken).ConfigureAwait(false);
        var provider = await providers.GetAsync(reference, cancellationToken).ConfigureAwait(false);
        var args = PropertyMarshaller.Unmarshal(request.Args);
        var call = new CallRequest
        {
            Tok = request.Tok,
            Args = PropertyMarshaller.Marshal(args, MarshalOptions.KeepAll),
            Project = operation.Stack.Project,
            Stack = operation.Stack.Stack,
            Organization = Backends.StackReference.Organization,
            Config = { operation.Config },
            ConfigSecretKeys = { operation.ConfigSecretKeys.Order(StringComparer.Ordinal) },
            DryRun = operation.DryRun,
            Parallel = operation.Options.Parallel,
            MonitorEndpoint = await endpoint.ListenAsync(cancellationToken).ConfigureAwait(false),
        };
        foreach (var (name, value) in args)
        {
            var given = request.ArgDependencies.TryGetValue(name, out var dependencies) ? dependencies.Urns : [];
            call.ArgDependencies[name] = new CallRequest.Types.ArgumentDependencies
            {
                Urns = { value.Dependencies(given) },
            };
        }

        // A method may register resources; when the operation stops, its provider may never answer.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, status.Stopping);
        return Reply(await provider.CallAsync(call, either.Token).ConfigureAwait(false));
    }

    /// <summary>What the program is told; output values become plain ones that say elsewhere what they depend on.</summary>
    private static CallResponse Reply(CallResponse answer)
    {
        var result = PropertyMarshaller.Unmarshal(answer.Return);
        var reply = new CallResponse
        {
            Return = PropertyMarshaller.Marshal(result, MarshalOptions.Provider),
            Failures = { answer.Failures },
        };
        foreach (var (name, value) in result)
        {
            var given = answer.ReturnDependencies.TryGetValue(name, out var dependencies) ? dependencies.Urns : [];
            reply.ReturnDependencies[name] = new CallResponse.Types.ReturnDependencies
            {
                Urns = { value.Dependencies(given) },
            };
        }

        return reply;
    }

    /// <summary>Whether a resource is not done, or in a preview not there, yet.</summary>
    private bool IsPending(Urn urn) =>
        registrations.IsRegistered(urn) && resources.Find(urn)?.State is null or { Custom: true, Id: "" };
}
