namespace Pulumi.DeepLake;

/// <summary>Ties a class to its token and to the package's version.</summary>
/// <param name="type">The token.</param>
internal sealed class DeepLakeResourceTypeAttribute(string type) : global::Pulumi.ResourceTypeAttribute(type, PackageVersion.Text);
