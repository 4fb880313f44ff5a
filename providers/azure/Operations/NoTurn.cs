namespace Provisioning.Providers.Azure.Operations;

/// <summary>The turn of an operation that needs none.</summary>
internal sealed class NoTurn : IDisposable
{
    private NoTurn()
    {
    }

    /// <summary>The only one.</summary>
    public static IDisposable Instance { get; } = new NoTurn();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
