using System.Text.Json;

namespace Provisioning.Sandbox.World;

/// <summary>One line of the world's journal.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Value">The record, or null when it was removed.</param>
internal sealed record WorldChange(string Table, string Key, JsonElement? Value);
