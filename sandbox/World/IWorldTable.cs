using System.Text.Json;

namespace Provisioning.Sandbox.World;

/// <summary>A table of whatever records.</summary>
internal interface IWorldTable
{
    /// <summary>The records at this moment as JSON, by key.</summary>
    IReadOnlyDictionary<string, JsonElement> Describe();
}
