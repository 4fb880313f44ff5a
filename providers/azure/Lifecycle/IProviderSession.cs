using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Lifecycle;

/// <summary>A configured provider.</summary>
internal interface IProviderSession
{
    /// <summary>The type tokens it manages, for messages.</summary>
    IEnumerable<string> Tokens { get; }

    /// <summary>What can be done with resources of a type; null when the type is not known.</summary>
    IResourceLifecycle? Find(string token);

    /// <summary>Calls a function; null when it is not known.</summary>
    Task<PropertyMap>? Invoke(Operation operation, string token, PropertyMap args, CancellationToken cancellationToken);
}
