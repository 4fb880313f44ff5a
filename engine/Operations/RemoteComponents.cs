using Provisioning.Engine.Execution;
using Provisioning.Engine.Hosting;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Has components built by the provider of their package, which registers them and their children with this engine itself.
/// </summary>
internal sealed class RemoteComponents(
    OperationRequest operation,
    IEngineEndpoint endpoint,
    ProviderResolver resolver,
    ProviderRegistry providers,
    Registrations registrations,
    ResourceRegistrar registrar,
    RunStatus status)
{
    /// <summary>Builds a component and waits for all of it.</summary>
    public async Task<(RegistrationResult Result, RegisterResourceResponse Response)> ConstructAsync(
        RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var parent = request.Parent.Length > 0 ? Urn.Parse(request.Parent) : (Urn?)null;
        var urn = Urn.Create(operation.Stack.Stack, operation.Stack.Project, parent, request.Type, request.Name);
        var response = new RegisterResourceResponse { Urn = urn.ToString() };
        var result = await registrar.ReportFailuresAsync(
            urn,
            async () =>
            {
                var goal = parent is { } known ? registrations.FindGoal(known) : null;
                var children = ProviderResolver.Merge(goal, request.Providers);
                var reference = await resolver.ResolveAsync(request, goal, children, cancellationToken).ConfigureAwait(false);
                if (ResourceOptions.Urns(request.Dependencies.Append(request.Parent)).Append(reference.Urn).Any(status.IsFailed))
                    return registrar.Skip(urn);

                var provider = await providers.GetAsync(reference, cancellationToken).ConfigureAwait(false);
                var monitor = await endpoint.ListenAsync(cancellationToken).ConfigureAwait(false);
                var construct = ConstructRequests.Create(operation, monitor, request, goal, children);
                if (await ConstructAsync(provider, construct, cancellationToken).ConfigureAwait(false) is not { } component)
                    return await RegisterAsync(urn, parent, cancellationToken).ConfigureAwait(false);

                response = Reply(request, component);
                return new RegistrationResult(Result.Success, null);
            }).ConfigureAwait(false);
        response.Result = result.Result;
        return (result, response);
    }

    /// <summary>
    /// Has it built, until the operation stops: then the provider is told so on its own calls, and may never answer this one.
    /// What stopped the operation, such as the failure of a child, is reported by itself.
    /// </summary>
    private async Task<ConstructResponse?> ConstructAsync(IProvider provider, ConstructRequest construct, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, status.Stopping);
        try
        {
            return await provider.ConstructAsync(construct, either.Token).ConfigureAwait(false);
        }
        catch (RpcException exception) when (status.Stopping.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception);
        }
    }

    /// <summary>Stands in for a provider that cannot build yet: nothing is known of the component but that it will be.</summary>
    private Task<RegistrationResult> RegisterAsync(Urn urn, Urn? parent, CancellationToken cancellationToken) =>
        registrar.RegisterAsync(new Goal { Urn = urn, Custom = false, Parent = parent }, cancellationToken);

    /// <summary>What the program is told; output values become plain ones that say elsewhere what they depend on.</summary>
    private static RegisterResourceResponse Reply(RegisterResourceRequest request, ConstructResponse component)
    {
        var state = PropertyMarshaller.Unmarshal(component.State);
        var outputs = state.Select(PropertyValueExtensions.WithoutOutputValues);
        if (!request.SupportsPartialValues)
            outputs = PropertyMap.Create(outputs.AsEnumerable().Where(output => !output.Value.ContainsUnknowns()));
        var response = new RegisterResourceResponse
        {
            Urn = component.Urn,
            Object = PropertyMarshaller.Marshal(outputs, ProgramReply.Options(request.AcceptSecrets, request.AcceptResources)),
        };
        foreach (var (name, value) in state)
        {
            var given = component.StateDependencies.TryGetValue(name, out var dependencies) ? dependencies.Urns : [];
            response.PropertyDependencies[name] = new RegisterResourceResponse.Types.PropertyDependencies
            {
                Urns = { value.Dependencies(given) },
            };
        }

        return response;
    }
}
