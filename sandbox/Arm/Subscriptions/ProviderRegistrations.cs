using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Which resource providers a subscription uses. All that the sandbox has are registered until somebody unregisters one.</summary>
internal sealed class ProviderRegistrations(SandboxWorld world)
{
    private readonly WorldTable<UnregisteredProvider> _unregistered = world.Table<UnregisteredProvider>("unregisteredProviders");

    /// <summary>Whether a subscription uses a provider.</summary>
    public bool IsRegistered(string provider, ArmId subscription) => _unregistered.Find(Key(provider, subscription)) is null;

    /// <summary>Begins to use a provider.</summary>
    public void Register(string provider, ArmId subscription) => _unregistered.Remove(Key(provider, subscription));

    /// <summary>Stops to use a provider.</summary>
    public void Unregister(string provider, ArmId subscription) => _unregistered.Put(Key(provider, subscription), new UnregisteredProvider());

    private static string Key(string provider, ArmId subscription) => $"{subscription.Key}/{provider}";

    internal sealed record UnregisteredProvider;
}
