using System.Collections.Frozen;
using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Graph.Types;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Lifecycle;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Retries;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>The provider for Microsoft Graph once it is configured.</summary>
internal sealed class GraphSession : IProviderSession
{
    private readonly FrozenDictionary<string, GraphResource> resources;
    private readonly GraphFunctions functions;

    /// <summary>Wires up the parts.</summary>
    public GraphSession(Cloud cloud, TokenCredential credential, HttpPipelineTransport transport, AzureProviderHost host, Waits waits)
    {
        var client = new RestClient(transport, credential, cloud.GraphScope, host.Time);
        var recent = new RecentChanges(host.Time, async token => (await Caller.FindAsync(credential, cloud.GraphScope, token)).ObjectId);
        var progress = new Progress(host.Engine);
        var retrier = new Retrier(RetryRules.All, recent, progress, waits);
        var operations = new GraphOperations(
            new GraphEndpoint(cloud.Graph), client, retrier, new GraphConsistency(progress, waits), recent, new KeyedLocks());
        resources = new[] { Application.Type, ServicePrincipal.Type, ApplicationFederatedIdentityCredential.Type }
            .ToFrozenDictionary(type => type.Token, type => new GraphResource(type, operations), StringComparer.Ordinal);
        functions = new GraphFunctions(operations, token => Caller.FindAsync(credential, cloud.GraphScope, token));
    }

    /// <inheritdoc/>
    public IEnumerable<string> Tokens => resources.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IResourceLifecycle? Find(string token) => resources.GetValueOrDefault(token);

    /// <inheritdoc/>
    public Task<PropertyMap>? Invoke(Operation operation, string token, PropertyMap args, CancellationToken cancellationToken) =>
        functions.Invoke(operation, token, args, cancellationToken);
}
