using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>
/// A configured provider, in this process or another one: both get the same messages, or, where they spare time, what stands in them.
/// </summary>
internal sealed class PluginProvider(IResourceProvider service, ProviderCapabilities capabilities) : IProvider
{
    private readonly MarshalOptions known = capabilities.Marshalling(keepUnknowns: false, elideAssets: false);
    private readonly MarshalOptions unknown = capabilities.Marshalling(keepUnknowns: true, elideAssets: false);
    private readonly MarshalOptions stored = capabilities.Marshalling(keepUnknowns: false, elideAssets: true);
    private readonly MarshalOptions compared = capabilities.Marshalling(keepUnknowns: true, elideAssets: true);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(
        Urn urn, PropertyMap olds, PropertyMap news, ReadOnlyMemory<byte> randomSeed, CancellationToken cancellationToken)
    {
        var request = new CheckRequest
        {
            Urn = urn.ToString(),
            Name = urn.Name,
            Type = urn.Type,
            RandomSeed = ByteString.CopyFrom(randomSeed.Span),
        };
        if (service is IInputChecker checker)
        {
            var (oldValues, newValues) = (PropertyMarshaller.Reduce(olds, known), PropertyMarshaller.Reduce(news, unknown));
            var (inputs, failures) = await ProviderCall.RunAsync(token => checker.CheckAsync(request, oldValues, newValues, token), cancellationToken).ConfigureAwait(false);
            return new CheckResult(inputs.WithSecretsOf(news), [.. failures]);
        }

        request.Olds = PropertyMarshaller.Marshal(olds, known);
        request.News = PropertyMarshaller.Marshal(news, unknown);
        var response = await ProviderCall.RunAsync(token => service.CheckAsync(request, token), cancellationToken).ConfigureAwait(false);
        return new CheckResult(PropertyMarshaller.Unmarshal(response.Inputs).WithSecretsOf(news), [.. response.Failures]);
    }

    /// <inheritdoc/>
    public async Task<DiffResult> DiffAsync(
        ResourceState old, PropertyMap inputs, ImmutableArray<string> ignoreChanges, CancellationToken cancellationToken)
    {
        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = old.Urn.ToString(),
            Name = old.Urn.Name,
            Type = old.Type,
            IgnoreChanges = { ignoreChanges },
        };
        if (service is IInputChecker checker)
        {
            var (oldInputs, outputs, news) = (
                PropertyMarshaller.Reduce(old.Inputs, compared), PropertyMarshaller.Reduce(old.Outputs, compared), PropertyMarshaller.Reduce(inputs, compared));
            return DiffResult.From(await ProviderCall.RunAsync(token => checker.DiffAsync(request, oldInputs, outputs, news, token), cancellationToken).ConfigureAwait(false));
        }

        request.Olds = PropertyMarshaller.Marshal(old.Outputs, compared);
        request.OldInputs = PropertyMarshaller.Marshal(old.Inputs, compared);
        request.News = PropertyMarshaller.Marshal(inputs, compared);
        return DiffResult.From(await ProviderCall.RunAsync(token => service.DiffAsync(request, token), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<ProviderOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken)
    {
        if (preview && !capabilities.SupportsPreview)
            return new ProviderOutcome("", planned.Inputs);

        var request = new CreateRequest
        {
            Urn = planned.Urn.ToString(),
            Name = planned.Urn.Name,
            Type = planned.Type,
            Properties = PropertyMarshaller.Marshal(planned.Inputs, preview ? unknown : known),
            Timeout = planned.CustomTimeouts?.Create?.TotalSeconds ?? 0,
            Preview = preview,
        };
        return await RunMutationAsync(
            async token =>
            {
                var response = await service.CreateAsync(request, token).ConfigureAwait(false);
                return response.Id.Length == 0 && !preview
                    ? throw new RpcException(RpcStatusCode.Unknown, "The provider did not return an id from Create.")
                    : new ProviderOutcome(response.Id, Read("Create", response.Properties));
            },
            planned.Inputs,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ProviderOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken)
    {
        if (preview && !capabilities.SupportsPreview)
            return new ProviderOutcome(old.Id, planned.Inputs);

        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = planned.Urn.ToString(),
            Name = planned.Urn.Name,
            Type = planned.Type,
            Olds = PropertyMarshaller.Marshal(old.Outputs, stored),
            OldInputs = PropertyMarshaller.Marshal(old.Inputs, stored),
            News = PropertyMarshaller.Marshal(planned.Inputs, preview ? unknown : known),
            Timeout = planned.CustomTimeouts?.Update?.TotalSeconds ?? 0,
            IgnoreChanges = { planned.IgnoreChanges },
            Preview = preview,
        };
        return await RunMutationAsync(
            async token =>
            {
                var response = await service.UpdateAsync(request, token).ConfigureAwait(false);
                return new ProviderOutcome(old.Id, Read("Update", response.Properties));
            },
            planned.Inputs,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(ResourceState old, CancellationToken cancellationToken)
    {
        var request = DeletionOf(old);
        await ProviderCall.RunAsync(
            async token =>
            {
                await service.DeleteAsync(request, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task FinishDeleteAsync(ResourceState old, CancellationToken cancellationToken)
    {
        if (service is not IDeletionFinisher finisher)
            return;

        var request = DeletionOf(old);
        await ProviderCall.RunAsync(
            async token =>
            {
                await finisher.FinishDeleteAsync(request, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ProviderOutcome> ReadAsync(ResourceState known, bool sendInputs, CancellationToken cancellationToken)
    {
        var request = new ReadRequest
        {
            Id = known.Id,
            Urn = known.Urn.ToString(),
            Name = known.Urn.Name,
            Type = known.Type,
            Properties = PropertyMarshaller.Marshal(known.Outputs, stored),
            Timeout = known.CustomTimeouts?.Read?.TotalSeconds ?? 0,
        };
        if (sendInputs)
            request.Inputs = PropertyMarshaller.Marshal(known.Inputs, stored);
        return RunMutationAsync(
            async token =>
            {
                var response = await service.ReadAsync(request, token).ConfigureAwait(false);
                return new ProviderOutcome(response.Id, response.Properties is null ? null : PropertyMarshaller.Unmarshal(response.Properties))
                {
                    Inputs = response.Inputs is null ? null : PropertyMarshaller.Unmarshal(response.Inputs).WithSecretsOf(known.Inputs),
                };
            },
            known.Inputs,
            cancellationToken);
    }

    /// <summary>
    /// Asks a provider that can look for its creation. Others can be asked for the id that they foretell, if any, which is read.
    /// </summary>
    public async Task<ProviderOutcome?> FindCreatedAsync(ResourceState planned, CancellationToken cancellationToken)
    {
        if (service is not ICreationFinder finder)
        {
            var foretold = await CreateAsync(planned, preview: true, cancellationToken).ConfigureAwait(false);
            return foretold.Id.Length == 0 || Signatures.IsUnknown(foretold.Id)
                ? null
                : await ReadAsync(planned with { Id = foretold.Id }, sendInputs: true, cancellationToken).ConfigureAwait(false);
        }

        var request = new CreateRequest
        {
            Urn = planned.Urn.ToString(),
            Name = planned.Urn.Name,
            Type = planned.Type,
            Properties = PropertyMarshaller.Marshal(planned.Inputs, known),
            Timeout = planned.CustomTimeouts?.Create?.TotalSeconds ?? 0,
        };
        return await RunMutationAsync(
            async token =>
            {
                var response = await finder.FindCreatedAsync(request, token).ConfigureAwait(false);
                return new ProviderOutcome(response.Id, response.Id.Length == 0 ? null : PropertyMarshaller.Unmarshal(response.Properties));
            },
            planned.Inputs,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(string token, PropertyMap args, bool preview, CancellationToken cancellationToken)
    {
        var request = new InvokeRequest { Tok = token, Args = PropertyMarshaller.Marshal(args, known), Preview = preview };
        return ProviderCall.RunAsync(stop => service.InvokeAsync(request, stop), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken)
    {
        var call = request.Clone();
        call.Args = PropertyMarshaller.Marshal(PropertyMarshaller.Unmarshal(request.Args), capabilities.ComponentMarshalling);
        call.AcceptsOutputValues = true;
        return ProviderCall.RunAsync(token => service.CallAsync(call, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ConstructResponse?> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken)
    {
        if (!capabilities.AcceptSecrets)
            throw new RpcException(RpcStatusCode.FailedPrecondition, "The provider builds components and does not accept secrets; use a newer version of it.");

        var construct = request.Clone();
        construct.Inputs = PropertyMarshaller.Marshal(PropertyMarshaller.Unmarshal(request.Inputs), capabilities.ComponentMarshalling);
        construct.AcceptsOutputValues = true;
        return await ProviderCall.RunAsync(token => service.ConstructAsync(construct, token), cancellationToken).ConfigureAwait(false);
    }

    private DeleteRequest DeletionOf(ResourceState old) => new()
    {
        Id = old.Id,
        Urn = old.Urn.ToString(),
        Name = old.Urn.Name,
        Type = old.Type,
        Properties = PropertyMarshaller.Marshal(old.Outputs, stored),
        OldInputs = PropertyMarshaller.Marshal(old.Inputs, stored),
        Timeout = old.CustomTimeouts?.Delete?.TotalSeconds ?? 0,
    };

    /// <summary>Reads the state that a write left; when it cannot be read, the write took place all the same.</summary>
    private static PropertyMap Read(string method, Struct properties)
    {
        try
        {
            return PropertyMarshaller.Unmarshal(properties);
        }
        catch (RpcException exception)
        {
            throw new RpcException(RpcStatusCode.Unknown, $"The provider's answer to {method} cannot be read. {exception.Message}", exception);
        }
    }

    /// <summary>Runs a call that may leave a resource half done.</summary>
    /// <param name="call">The call.</param>
    /// <param name="inputs">The inputs it is sent, whose secrets stay secret whatever the provider returns.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    private static async Task<ProviderOutcome> RunMutationAsync(
        Func<CancellationToken, Task<ProviderOutcome>> call, PropertyMap inputs, CancellationToken cancellationToken)
    {
        try
        {
            return await ProviderCall.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.FindDetail<ErrorResourceInitFailed>() is { } partial)
        {
            return new ProviderOutcome(partial.Id, PropertyMarshaller.Unmarshal(partial.Properties))
            {
                Inputs = partial.Inputs is null ? null : PropertyMarshaller.Unmarshal(partial.Inputs).WithSecretsOf(inputs),
                InitErrors = partial.Reasons.Count == 0 ? [exception.Message] : [.. partial.Reasons],
            };
        }
    }
}
