namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>A user-assigned identity of a test.</summary>
internal sealed record TestIdentity(string Id, string PrincipalId, string ClientId);
