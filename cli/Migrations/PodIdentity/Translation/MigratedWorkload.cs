using System.Collections.Immutable;
using Provisioning.Cli.Migrations.PodIdentity.Reading;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>Pods of a service account, and the identity that they act as.</summary>
/// <param name="Name">Short name in the document.</param>
/// <param name="Account">The service account.</param>
/// <param name="Identity">The identity.</param>
/// <param name="Owners">What makes the pods.</param>
internal sealed record MigratedWorkload(string Name, MigratedAccount Account, MigratedIdentity Identity, ImmutableArray<PodOwner> Owners);
