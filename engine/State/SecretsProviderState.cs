namespace Provisioning.Engine.State;

/// <summary>What a state says about how its secrets are encrypted (<c>secrets_providers</c>).</summary>
/// <param name="Type">The kind of manager: <c>passphrase</c>, <c>cloud</c>.</param>
/// <param name="StateJson">The manager's own state as compact JSON; empty when it has none.</param>
public sealed record SecretsProviderState(string Type, string StateJson);
