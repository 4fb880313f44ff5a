using System.Collections.Frozen;

namespace Provisioning.Infra.Model.Sections;

/// <summary>How a document writes the clouds.</summary>
internal static class CloudWords
{
    /// <summary>Clouds by their words.</summary>
    public static FrozenDictionary<string, Cloud> All { get; } = new Dictionary<string, Cloud>
    {
        ["public"] = Cloud.Public,
        ["usgovernment"] = Cloud.UsGovernment,
        ["china"] = Cloud.China,
        ["sandbox"] = Cloud.Sandbox,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
