namespace Provisioning.Engine.Providers;

/// <summary>No provider of a package can be had; the message says where it was looked for.</summary>
public sealed class ProviderNotFoundException : Exception
{
    /// <summary>Creates the failure.</summary>
    public ProviderNotFoundException(string message)
        : base(message)
    {
    }
}
