using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A workspace's connection to a private registry, through a managed identity that can pull from it.</summary>
/// <param name="Name">Name of the connection, in the document and in Azure: 3 to 33 letters, digits, hyphens and underscores.</param>
/// <param name="Registry">The registry.</param>
/// <param name="Identity">The identity that image builds pull with.</param>
/// <param name="SharedToAll">Whether every user of the workspace may use it.</param>
/// <param name="Span">Where the document declares it.</param>
public sealed record RegistryConnection(
    string Name, Reference<Registry> Registry, Reference<Identity> Identity, bool SharedToAll, SourceSpan Span);
