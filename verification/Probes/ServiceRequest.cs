using Azure.Core;

namespace Provisioning.Verification.Probes;

/// <summary>One request of a probe.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Where it goes.</param>
internal sealed record ServiceRequest(RequestMethod Method, Uri Address)
{
    /// <summary>Token for the header <c>Authorization</c>; null when there is none yet.</summary>
    public string? Bearer { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Fields of a form to send as the body; null when there is no form.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>Whether a success is read. When it is not, its content never leaves the connection. Refusals are always read.</summary>
    public bool ReadsContent { get; init; } = true;

    /// <summary>Shows the method and the address without its query; the record's own text would show the token.</summary>
    public override string ToString() => $"{Method} {Address.GetLeftPart(UriPartial.Path)}";
}
