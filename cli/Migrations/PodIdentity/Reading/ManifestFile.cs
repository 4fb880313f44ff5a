namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>A file of manifests.</summary>
/// <param name="Name">What messages call it; <c>-</c> for the input.</param>
/// <param name="Text">What it holds.</param>
internal sealed record ManifestFile(string Name, string Text);
