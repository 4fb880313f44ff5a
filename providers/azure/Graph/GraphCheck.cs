using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Checking;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>Looks for inputs that are missing, or that this provider does not implement. Nothing that users see is named automatically.</summary>
internal static class GraphCheck
{
    /// <summary>The input that keeps the unique name of a resource whose type has one. It is no wish of the program.</summary>
    public const string UniqueName = "__uniqueName";

    /// <summary>The inputs, and what is wrong with them.</summary>
    public static CheckedInputs Check(GraphResourceType type, CheckRequest request, PropertyMap olds, PropertyMap news)
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
        return new CheckedInputs(WithUniqueName(type, request, olds, news), [.. missing, .. refused]);
    }

    /// <summary>A name is given once, to what is created: it cannot be changed afterwards.</summary>
    private static PropertyMap WithUniqueName(GraphResourceType type, CheckRequest request, PropertyMap olds, PropertyMap news)
    {
        if (olds.TryGetValue(UniqueName, out var name))
            return news.With(UniqueName, name);
        return type.HasUniqueName && olds.Count == 0
            ? news.With(UniqueName, AutoNaming.Make(AutoName.Uuid, "", request.Urn, request.RandomSeed.Span))
            : news;
    }
}
