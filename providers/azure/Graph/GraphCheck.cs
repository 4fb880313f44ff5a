using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Lifecycle;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>Looks for inputs that are missing, or that this provider does not implement. Nothing is named automatically.</summary>
internal static class GraphCheck
{
    /// <summary>The inputs as they are, and what is wrong with them.</summary>
    public static CheckedInputs Check(GraphResourceType type, PropertyMap news)
    {
        var missing = type.Parents.Concat(type.Required)
            .Where(input => news.GetOrNull(input).Plain().IsNull())
            .Select(input => new CheckFailure { Property = input, Reason = $"An {type.Noun} needs '{input}'." });
        var refused = type.Refused
            .Where(input => !news.GetOrNull(input).Plain().IsNull())
            .Select(input => new CheckFailure
            {
                Property = input,
                Reason = $"'{input}' of an {type.Noun} is not implemented by this provider. Leave it out, or run the program with Pulumi's engine and the published azuread plugin.",
            });
        return new CheckedInputs(news, [.. missing, .. refused]);
    }
}
