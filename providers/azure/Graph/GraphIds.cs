namespace Provisioning.Providers.Azure.Graph;

/// <summary>Ids of the azuread package.</summary>
internal static class GraphIds
{
    /// <summary>The object id in an id such as <c>/applications/{objectId}</c>, or the text itself when it is one already.</summary>
    public static string ObjectIdOf(string? id) => id is null ? "" : id[(id.LastIndexOf('/') + 1)..];
}
