namespace Provisioning.Engine.Backends;

/// <summary>The right to write a stack; disposing gives it back.</summary>
public interface IStackLock : IAsyncDisposable
{
    /// <summary>Cancelled when the right is lost before it was given back; no write may follow.</summary>
    CancellationToken Lost { get; }
}
