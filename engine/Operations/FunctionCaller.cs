using Google.Protobuf.WellKnownTypes;
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
    ProviderResolver resolver,
    ProviderRegistry providers,
    Registrations registrations,
    RegisteredResources resources)
{
    /// <summary>The one function whose answer may refer to resources unasked.</summary>
    private const string GetResource = "pulumi:pulumi:getResource";

    /// <summary>Calls a function. Its result is unknown while something it depends on is.</summary>
    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        if (ResourceOptions.Urns(request.DependsOn).Any(IsPending))
            return new ResourceInvokeResponse { Unknown = true };

        var parent = request.Parent.Length > 0 ? registrations.FindGoal(Urn.Parse(request.Parent)) : null;
        var reference = await resolver.ResolveAsync(request, parent, cancellationToken).ConfigureAwait(false);
        var provider = await providers.GetAsync(reference, cancellationToken).ConfigureAwait(false);
        var args = PropertyMarshaller.Unmarshal(request.Args);
        var response = await provider.InvokeAsync(request.Tok, args, operation.DryRun, cancellationToken).ConfigureAwait(false);
        var result = PropertyMarshaller.Unmarshal(response.Return);
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
        var call = new CallRequest
        {
            Tok = request.Tok,
            Args = request.Args ?? new Struct(),
            Project = operation.Stack.Project,
            Stack = operation.Stack.Stack,
            Organization = Backends.StackReference.Organization,
            Config = { operation.Config },
            ConfigSecretKeys = { operation.ConfigSecretKeys.Order(StringComparer.Ordinal) },
            DryRun = operation.DryRun,
            Parallel = operation.Options.Parallel,
        };
        foreach (var (argument, dependencies) in request.ArgDependencies)
            call.ArgDependencies[argument] = new CallRequest.Types.ArgumentDependencies { Urns = { dependencies.Urns } };
        return await provider.CallAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private bool IsPending(Urn urn) => registrations.IsRegistered(urn) && resources.Find(urn) is null;
}
