namespace Provisioning.Engine.Projects;

/// <summary>Reads an environment variable; null when it is not set.</summary>
/// <param name="name">The variable, such as <c>PULUMI_BACKEND_URL</c>.</param>
public delegate string? EnvironmentReader(string name);
