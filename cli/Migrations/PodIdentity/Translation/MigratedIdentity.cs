using Provisioning.Infra.Model;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>An identity that pods use.</summary>
/// <param name="Name">Short name in the document.</param>
/// <param name="Existing">Its resource id.</param>
internal sealed record MigratedIdentity(string Name, ArmId Existing);
