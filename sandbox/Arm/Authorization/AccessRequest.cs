namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>A question of access: may this principal do this there.</summary>
/// <param name="PrincipalId">Object id of who asks.</param>
/// <param name="Action">The action, as in <c>Microsoft.Storage/storageAccounts/read</c>.</param>
/// <param name="Scope">What it is done to.</param>
internal sealed record AccessRequest(Guid PrincipalId, string Action, ArmId Scope)
{
    /// <summary>Whether the action is one on data rather than on resources.</summary>
    public bool IsDataAction { get; init; }

    /// <summary>A finer action within the action, such as <c>Blob.List</c>, or null.</summary>
    public string? SubOperation { get; init; }

    /// <summary>Values that conditions look at, by source and name, as in <c>Request[Microsoft.X/y:name]</c>; names compare without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
