using Azure.Core;
using Provisioning.Protocol.Values;

namespace Provisioning.Providers.Azure.Http;

/// <summary>One call to Azure.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Uri">
/// The absolute address. Those that a service hands out for polling are used as they are: signed queries break otherwise.
/// </param>
internal sealed record RestRequest(RequestMethod Method, Uri Uri)
{
    /// <summary>The JSON body; null sends none.</summary>
    public PropertyMap? Body { get; init; }

    /// <summary>Headers besides those that every call has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the call changes something, so that a lost answer leaves open whether it did.</summary>
    public bool Writes => Method != RequestMethod.Get && Method != RequestMethod.Head;
}
