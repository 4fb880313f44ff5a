using Provisioning.Cli.Migrations.PodIdentity.Reading;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>What a migration leaves to people.</summary>
/// <param name="Id">Number in <c>docs/command-errors.md</c>.</param>
/// <param name="Kind">How much it leaves.</param>
/// <param name="Place">Where the manifests say it; null when it is about all of them.</param>
/// <param name="Message">What is so.</param>
/// <param name="Action">What to do.</param>
internal sealed record Finding(string Id, FindingKind Kind, ManifestPlace? Place, string Message, string Action);
