using System.Collections.Frozen;
using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Checking;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Lifecycle;
using Provisioning.Providers.Azure.LongRunning;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Retries;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The provider for Azure Resource Manager once it is configured.</summary>
internal sealed class ArmSession : IProviderSession
{
    private readonly FrozenDictionary<string, ArmResource> resources;
    private readonly ArmFunctions functions;

    /// <summary>Wires up the parts.</summary>
    public ArmSession(
        ProviderSettings settings,
        Cloud cloud,
        TokenCredential credential,
        HttpPipelineTransport transport,
        AzureProviderHost host,
        Waits waits,
        Func<OperationKind, string, ResourceName, double, Operation> newOperation)
    {
        var endpoint = new ArmEndpoint(cloud.ResourceManager, settings.Get(Setting.SubscriptionId), settings.Get(Setting.TenantId));
        var rest = new RestClient(transport, credential, cloud.ResourceManagerScope, host.Time);
        var recent = new RecentChanges(host.Time, async token => (await Caller.FindAsync(credential, cloud.ResourceManagerScope, token)).ObjectId);
        var progress = new Progress(host.Engine);
        var retrier = new Retrier(RetryRules.All, recent, progress, waits);
        var poller = new OperationPoller(rest, retrier, progress, waits);
        var client = new ArmClient(endpoint, rest, retrier);
        var writer = new ArmWriter(client, poller);
        var deleted = new SoftDeletedResources(client, writer, poller, progress, settings.IsOn(Setting.PurgeOnDelete));
        var operations = new ArmOperations(client, writer, poller, deleted, recent, new KeyedLocks(), progress);
        var locations = new ResourceGroupLocations(client, operations);
        var check = new ArmCheck(
            settings.Get(Setting.Location),
            (group, token) => locations.FindAsync(
                newOperation(OperationKind.Read, "", new ResourceName(Types.ResourceGroup.Type.Token, group), 0), group, token));
        resources = ArmResourceTypes.ByToken.Values.ToFrozenDictionary(type => type.Token, type => new ArmResource(type, operations, check), StringComparer.Ordinal);
        functions = new ArmFunctions(client, operations, endpoint, cloud, credential);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Tokens => resources.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IResourceLifecycle? Find(string token) => resources.GetValueOrDefault(token);

    /// <inheritdoc/>
    public Task<PropertyMap>? Invoke(Operation operation, string token, PropertyMap args, CancellationToken cancellationToken) =>
        functions.Invoke(operation, token, args, cancellationToken);
}
