using Provisioning.Cli.Migrations.PodIdentity.Reading;
using Provisioning.Infra.Model;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>Finds the identity of pods as AAD Pod Identity's controller does, and reports what it cannot use.</summary>
/// <remarks>Azure/aad-pod-identity pkg/mic/mic.go matches namespaces and labels.</remarks>
internal sealed class IdentityIndex
{
    private const string ResourceType = "Microsoft.ManagedIdentity/userAssignedIdentities";

    private readonly List<(AzureIdentityBinding Binding, AzureIdentity Identity)> usable = [];

    /// <summary>Matches bindings and identities.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="findings">Where problems go.</param>
    public IdentityIndex(ClusterManifests manifests, List<Finding> findings)
    {
        findings.AddRange(manifests.Identities.SelectMany(Problems));
        findings.AddRange(manifests.Bindings.Where(binding => binding.HasCapitals).Select(Findings.Capitals));
        foreach (var binding in manifests.Bindings)
        {
            // A binding and its identity share a namespace, whichever the pods are in.
            var identity = manifests.Identities.FirstOrDefault(
                identity => identity.Name == binding.Identity && identity.Manifest.Namespace == binding.Manifest.Namespace);
            if (identity is null)
                findings.Add(Findings.BindingWithoutIdentity(binding));
            else if (IsManaged(identity))
                usable.Add((binding, identity));
            if (!manifests.Owners.Any(owner => owner.Selector == binding.Selector))
                findings.Add(Findings.SelectorWithoutPods(binding));
        }
    }

    /// <summary>The bindings that select pods, with their identities, the heaviest first.</summary>
    /// <param name="selector">Value of the pods' label.</param>
    /// <param name="podNamespace">Namespace of the pods.</param>
    public IReadOnlyList<(AzureIdentityBinding Binding, AzureIdentity Identity)> Of(string selector, string podNamespace) =>
        [.. usable
            .Where(pair => pair.Binding.Selector == selector && (!pair.Identity.IsNamespaced || pair.Identity.Manifest.Namespace == podNamespace))
            .OrderByDescending(pair => pair.Binding.Weight)];

    /// <summary>The resource id of an identity that <see cref="Of"/> returned.</summary>
    public static ArmId ResourceId(AzureIdentity identity) => ArmId.Parse(identity.ResourceId);

    /// <summary>The client id of an identity; null when the manifest has none that can be used.</summary>
    public static ClientId? ClientIdOf(AzureIdentity identity) => Guid.TryParseExact(identity.ClientId, "D", out var id) ? new ClientId(id) : null;

    private static bool IsManaged(AzureIdentity identity) => identity.Type == "0" && HasResourceId(identity);

    private static bool HasResourceId(AzureIdentity identity) => ArmId.TryParse(identity.ResourceId, out var id) && id.IsOf(ResourceType);

    private static IEnumerable<Finding> Problems(AzureIdentity identity)
    {
        if (identity.Type != "0")
            yield return Findings.ServicePrincipal(identity);
        else if (!HasResourceId(identity))
            yield return Findings.ResourceId(identity);
        else if (ClientIdOf(identity) is null)
            yield return Findings.ClientId(identity);
    }
}
