using Pulumirpc;

namespace Provisioning.Providers.Azure.Diffing;

/// <summary>One input that differs.</summary>
/// <param name="Path">Pulumi's property path, such as <c>properties.scaleSettings.maxNodeCount</c> or <c>audiences[0]</c>.</param>
/// <param name="Shape">The same path without list indexes and quoting: what replace rules speak of.</param>
/// <param name="Kind">Added, deleted or updated; never one of the replacing kinds.</param>
internal sealed record InputChange(string Path, string Shape, PropertyDiff.Types.Kind Kind)
{
    /// <summary>The input at the top level that the change is in.</summary>
    public string Root => Shape.Split('.', 2)[0];
}
