using Provisioning.Engine.Operations;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Backends;

/// <summary>Reads the outputs of other stacks from the backend, for stack references.</summary>
/// <param name="backend">Where their states are.</param>
/// <param name="managers">Decrypts their secrets.</param>
/// <param name="currentProject">The project of a name without one.</param>
public sealed class BackendStackOutputsReader(IStateBackend backend, SecretsManagers managers, string currentProject) : IStackOutputsReader
{
    /// <inheritdoc/>
    /// <exception cref="BackendException">The name is none, or the state cannot be read.</exception>
    public async Task<PropertyMap?> ReadAsync(string stack, CancellationToken cancellationToken)
    {
        var reference = StackReference.Parse(stack, currentProject);
        if (await backend.ReadCheckpointAsync(reference, cancellationToken).ConfigureAwait(false) is not { } checkpoint)
            return null;

        var document = StateDocument.ParseCheckpoint(checkpoint, $"The state of '{reference}'");
        var secrets = document.SecretsProvider is { } provider
            ? await managers.ForStateAsync(provider, null, cancellationToken).ConfigureAwait(false)
            : null;
        if (document.Deployment?.Items("resources").Where(resource => resource.Text("type") == Urn.StackType).Cast<StateElement?>().FirstOrDefault() is not { } resource)
            return PropertyMap.Empty;

        var plaintexts = await SecretVault.DecryptAsync(resource, secrets, cancellationToken).ConfigureAwait(false);
        return new PropertyValueReader(ciphertext => plaintexts[ciphertext], (_, _, _) => { }).ReadMap(resource.Find("outputs"));
    }
}
