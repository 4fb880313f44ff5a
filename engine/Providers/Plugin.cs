using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>A provider that was started: it can check and compare configurations, and be configured once.</summary>
internal sealed class Plugin : IAsyncDisposable
{
    private readonly IResourceProvider service;
    private ProviderHandshakeResponse? handshake;

    /// <summary>A provider that nothing was said to yet.</summary>
    public Plugin(IResourceProvider service) => this.service = service;

    /// <summary>Negotiates with it; nothing else may be called before.</summary>
    /// <param name="rootDirectory">The folder of the project.</param>
    /// <param name="parameterization">The package it is to serve; null when it serves its own.</param>
    /// <param name="cancellationToken">Gives up the calls.</param>
    public async Task NegotiateAsync(string rootDirectory, ProviderParameterization? parameterization, CancellationToken cancellationToken)
    {
        var request = new ProviderHandshakeRequest
        {
            RootDirectory = rootDirectory,
            ProgramDirectory = rootDirectory,
            ConfigureWithUrn = true,
            InvokeWithPreview = true,
        };
        handshake = await ProviderCall.RunOptionalAsync(token => service.HandshakeAsync(request, token), cancellationToken).ConfigureAwait(false);
        if (parameterization is null)
            return;

        var package = new ParameterizeRequest.Types.ParametersValue
        {
            Name = parameterization.Name,
            Version = parameterization.Version,
            Value = parameterization.Value,
        };
        await ProviderCall.RunAsync(
            token => service.ParameterizeAsync(new ParameterizeRequest { Value = package }, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Validates a configuration. The provider gets secrets in plain; the answer has them marked again.</summary>
    public async Task<CheckResult> CheckConfigAsync(
        Urn urn, PropertyMap olds, PropertyMap news, bool preview, CancellationToken cancellationToken)
    {
        var options = MarshalOptions.Plain with { KeepUnknowns = preview };
        var request = new CheckRequest
        {
            Urn = urn.ToString(),
            Name = urn.Name,
            Type = urn.Type,
            Olds = PropertyMarshaller.Marshal(olds, options),
            News = PropertyMarshaller.Marshal(news, options),
        };
        var response = await ProviderCall.RunOptionalAsync(token => service.CheckConfigAsync(request, token), cancellationToken).ConfigureAwait(false);
        return response is null
            ? new CheckResult(news, [])
            : new CheckResult(PropertyMarshaller.Unmarshal(response.Inputs).WithSecretsOf(news), [.. response.Failures]);
    }

    /// <summary>Compares a configuration with the one in state.</summary>
    public async Task<DiffResult> DiffConfigAsync(
        ResourceState old, PropertyMap inputs, ImmutableArray<string> ignoreChanges, CancellationToken cancellationToken)
    {
        var options = MarshalOptions.Plain with { KeepUnknowns = true };
        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = old.Urn.ToString(),
            Name = old.Urn.Name,
            Type = old.Type,
            Olds = PropertyMarshaller.Marshal(old.Outputs, options),
            OldInputs = PropertyMarshaller.Marshal(old.Inputs, options),
            News = PropertyMarshaller.Marshal(inputs, options),
            IgnoreChanges = { ignoreChanges },
        };
        var response = await ProviderCall.RunOptionalAsync(token => service.DiffConfigAsync(request, token), cancellationToken).ConfigureAwait(false);
        return response is null ? DiffResult.Unknown : DiffResult.From(response);
    }

    /// <summary>Configures the provider; when something in its configuration is not known yet, the engine answers in its place.</summary>
    public async Task<IProvider> ConfigureAsync(ResourceState resource, CancellationToken cancellationToken)
    {
        var inputs = ProviderInputs.WithoutInternals(resource.Inputs);
        if (inputs.ContainsUnknowns())
            return UnconfiguredProvider.Instance;

        var request = new ConfigureRequest
        {
            Urn = resource.Urn.ToString(),
            Name = resource.Urn.Name,
            Type = resource.Type,
            Args = PropertyMarshaller.Marshal(inputs, MarshalOptions.Provider),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
        };
        if (resource.Id.Length > 0)
            request.Id = resource.Id;
        foreach (var (key, value) in inputs)
        {
            if (key != ProviderInputs.Version)
                request.Variables[$"{ProviderInputs.PackageOf(resource.Urn)}:config:{key}"] = Variable(value);
        }

        var response = await ProviderCall.RunAsync(token => ConfigureAsync(request, token), cancellationToken).ConfigureAwait(false);
        var capabilities = handshake is null
            ? new ProviderCapabilities(response.AcceptSecrets, response.AcceptResources, response.AcceptOutputs, response.SupportsPreview)
            : new ProviderCapabilities(handshake.AcceptSecrets, handshake.AcceptResources, handshake.AcceptOutputs, SupportsPreview: true);
        return new PluginProvider(service, capabilities);
    }

    /// <summary>Asks the provider to end its running calls soon.</summary>
    public Task CancelAsync(CancellationToken cancellationToken) => service.CancelAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => service.DisposeAsync();

    private static string Variable(PropertyValue value) => value.WithoutSecrets() switch
    {
        PropertyValue.StringValue text => text.Value,
        var other => PropertyMarshaller.Marshal(other, MarshalOptions.Plain) is { } marshalled
            ? Google.Protobuf.JsonFormatter.Default.Format(marshalled)
            : "null",
    };

    private async Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // A provider of this process finds out about its cloud before it first waits; the program goes on meanwhile.
            return await Task.Run(() => service.ConfigureAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.FindDetail<ConfigureErrorMissingKeys>() is { } missing)
        {
            var keys = string.Join(", ", missing.MissingKeys.Select(key => $"{key.Name} ({key.Description})"));
            throw new RpcException(
                exception.Code,
                $"The provider needs configuration that is not set: {keys}. Set each with `config set <key> <value>`.",
                exception);
        }
    }
}
