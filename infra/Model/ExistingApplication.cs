namespace Provisioning.Infra.Model;

/// <summary>An application registered by someone else. Entra knows it by three ids, none of which can be computed from another.</summary>
/// <param name="ClientId">Application (client) id.</param>
/// <param name="PrincipalId">Object id of the service principal in this tenant.</param>
/// <param name="ObjectId">Object id of the application; null when no federated credential has to be written on it.</param>
public sealed record ExistingApplication(ClientId ClientId, PrincipalId PrincipalId, Guid? ObjectId);
