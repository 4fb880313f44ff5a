namespace Provisioning.Providers.Azure.Operations;

/// <summary>A resource that was to be created exists, and is not known to be ours.</summary>
/// <param name="id">Its id, to import it with.</param>
internal sealed class ExistsException(string id) : Exception($"'{id}' exists already.")
{
    /// <summary>Its id, to import it with.</summary>
    public string Id { get; } = id;
}
