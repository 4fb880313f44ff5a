using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Platforms;

/// <summary>The identity that a request for a token names. What is not given is null; nothing given means the default identity.</summary>
internal sealed record WantedIdentity
{
    /// <summary>By client id.</summary>
    public string? ClientId { get; private init; }

    /// <summary>By object id.</summary>
    public string? ObjectId { get; private init; }

    /// <summary>By Azure id, for user-assigned identities.</summary>
    public string? ResourceId { get; private init; }

    /// <summary>Whether none is named.</summary>
    public bool IsDefault => ClientId is null && ObjectId is null && ResourceId is null;

    /// <summary>Reads the query of the instance metadata service.</summary>
    /// <returns>Null when the query names an identity in more than one way.</returns>
    public static WantedIdentity? OfMetadata(IQueryCollection query)
    {
        var wanted = new WantedIdentity
        {
            ClientId = Text(query, "client_id"),
            ObjectId = Text(query, "object_id"),
            ResourceId = Text(query, "msi_res_id") ?? Text(query, "mi_res_id"),
        };
        return new[] { wanted.ClientId, wanted.ObjectId, wanted.ResourceId }.Count(id => id is not null) > 1 ? null : wanted;
    }

    /// <summary>Reads the query of Azure ML, which knows client ids alone.</summary>
    public static WantedIdentity OfCompute(IQueryCollection query) => new() { ClientId = Text(query, "clientid") };

    /// <summary>Chooses among the identities of a host, of which the first is the default; null when it is not among them.</summary>
    public ServicePrincipal? Choose(IReadOnlyList<ServicePrincipal> offered) => offered.FirstOrDefault(principal =>
        IsDefault || Names(principal.AppId.ToString(), principal.ObjectId.ToString(), principal.ResourceId));

    /// <summary>Whether an identity with these ids is the one that is named.</summary>
    public bool Names(string? clientId, string? objectId, string? resourceId) =>
        IsSame(ClientId, clientId) || IsSame(ObjectId, objectId)
        || (ArmId.TryParse(ResourceId, out var wanted) && ArmId.TryParse(resourceId, out var id) && wanted.Equals(id));

    private static bool IsSame(string? wanted, string? id) => wanted is not null && string.Equals(wanted, id, StringComparison.OrdinalIgnoreCase);

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
}
