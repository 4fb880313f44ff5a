namespace Provisioning.Sandbox.DeepLake;

/// <summary>A place for tables in an organization.</summary>
internal sealed record Workspace(string OrganizationId, string Id, string Name);
