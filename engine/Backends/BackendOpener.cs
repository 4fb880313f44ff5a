using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Backends;

/// <summary>Opens the backend of a URL, without a request: what is wrong with the store is told at its first use.</summary>
/// <param name="url">The URL as the user wrote it.</param>
/// <param name="environment">Reads variables.</param>
/// <param name="holder">Who takes locks.</param>
/// <param name="time">The clock.</param>
/// <exception cref="BackendException">The URL, or a variable, cannot be used.</exception>
public delegate IStateBackend BackendOpener(string url, EnvironmentReader environment, LockHolder holder, TimeProvider time);
