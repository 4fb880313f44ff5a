namespace Pulumi;

/// <summary>Stands for a resource that something depends on and that this program did not construct.</summary>
/// <param name="urn">Its URN.</param>
internal sealed class DependencyResource(string urn) : CustomResource(new Urn(urn));
