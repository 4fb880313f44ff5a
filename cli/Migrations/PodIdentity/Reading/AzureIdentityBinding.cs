using System.Globalization;

namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>
/// An <c>AzureIdentityBinding</c>. Azure ML's page on identities of web services spells its fields with capitals; they are
/// understood, though the cluster ignores them.
/// </summary>
/// <param name="Manifest">The object.</param>
internal sealed record AzureIdentityBinding(Manifest Manifest)
{
    /// <summary>Name of the object.</summary>
    public string Name => Manifest.Name ?? "";

    /// <summary>Name of the <c>AzureIdentity</c>, which is in the binding's namespace; empty when there is none.</summary>
    public string Identity => Manifest.Text("spec", "azureIdentity") ?? Manifest.Text("spec", "AzureIdentity") ?? "";

    /// <summary>Value of the pods' label; empty when there is none.</summary>
    public string Selector => Manifest.Text("spec", "selector") ?? Manifest.Text("spec", "Selector") ?? "";

    /// <summary>Of several bindings of a pod, that with the greatest weight is the default.</summary>
    public int Weight => int.TryParse(Manifest.Text("spec", "weight"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var weight) ? weight : 0;

    /// <summary>Whether a field is spelled with a capital.</summary>
    public bool HasCapitals => Manifest.Text("spec", "AzureIdentity") is not null || Manifest.Text("spec", "Selector") is not null;
}
