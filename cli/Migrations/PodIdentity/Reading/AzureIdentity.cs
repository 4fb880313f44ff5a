namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>An <c>AzureIdentity</c>. (Azure/aad-pod-identity pkg/apis/aadpodidentity/v1/types.go.)</summary>
/// <param name="Manifest">The object.</param>
internal sealed record AzureIdentity(Manifest Manifest)
{
    /// <summary>Name of the object.</summary>
    public string Name => Manifest.Name ?? "";

    /// <summary>0 for a managed identity, 1 and 2 for a service principal with a secret or a certificate.</summary>
    public string Type => Manifest.Text("spec", "type") ?? "0";

    /// <summary>Resource id of a managed identity; empty when there is none.</summary>
    public string ResourceId => Manifest.Text("spec", "resourceID") ?? "";

    /// <summary>Client id; empty when there is none.</summary>
    public string ClientId => Manifest.Text("spec", "clientID") ?? "";

    /// <summary>Whether it is for pods of its own namespace alone.</summary>
    public bool IsNamespaced => Manifest.Text("metadata", "annotations", "aadpodidentity.k8s.io/Behavior")?.Equals("namespaced", StringComparison.OrdinalIgnoreCase) == true;
}
