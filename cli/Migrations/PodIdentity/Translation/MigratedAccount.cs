using Provisioning.Infra.Model;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>A service account that is trusted in future.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsNew">Whether it has to be created.</param>
/// <param name="ClientId">Client id of the identity; null when the manifests do not have it.</param>
internal sealed record MigratedAccount(string Namespace, string Name, bool IsNew, ClientId? ClientId);
