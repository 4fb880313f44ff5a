using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Which resource providers the subscription uses. All that the sandbox has are registered until somebody unregisters one.</summary>
internal sealed class ProviderRegistrations(SandboxWorld world)
{
    private readonly WorldTable<UnregisteredProvider> _unregistered = world.Table<UnregisteredProvider>("unregisteredProviders");

    /// <summary>Whether the subscription uses a provider.</summary>
    public bool IsRegistered(string provider) => _unregistered.Find(provider) is null;

    /// <summary>Begins to use a provider.</summary>
    public void Register(string provider) => _unregistered.Remove(provider);

    /// <summary>Stops to use a provider.</summary>
    public void Unregister(string provider) => _unregistered.Put(provider, new UnregisteredProvider());

    private sealed record UnregisteredProvider;
}
