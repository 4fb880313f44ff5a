namespace Provisioning.Providers.Azure.Resources;

/// <summary>How the inputs of a type name the user-assigned identities in its <c>identity</c> block.</summary>
internal enum IdentityStyle
{
    /// <summary>The type has no identity, or no user-assigned ones.</summary>
    None,

    /// <summary>A list of resource ids.</summary>
    List,

    /// <summary>A map with resource ids as keys.</summary>
    Map,
}
