using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Configuration;

/// <summary>Compares configurations of a provider: another service has other registrations, another token has the same.</summary>
internal static class ConfigurationDiff
{
    /// <summary>Compares.</summary>
    public static DiffResponse Compute(PropertyMap olds, PropertyMap news)
    {
        var diff = new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone };
        if (EndpointOf(olds) != EndpointOf(news))
        {
            diff.Replaces.Add(ProviderSettings.EndpointKey);
            diff.Diffs.Add(ProviderSettings.EndpointKey);
        }

        if (PlainValue.Of(olds.GetOrNull(ProviderSettings.TokenKey)) != PlainValue.Of(news.GetOrNull(ProviderSettings.TokenKey)))
            diff.Diffs.Add(ProviderSettings.TokenKey);
        if (diff.Diffs.Count > 0)
            diff.Changes = DiffResponse.Types.DiffChanges.DiffSome;
        return diff;
    }

    private static PropertyValue EndpointOf(PropertyMap configuration) =>
        PlainValue.Of(configuration.GetOrNull(ProviderSettings.EndpointKey)) switch
        {
            PropertyValue.StringValue text when ProviderSettings.TryParseEndpoint(text.Value, out var endpoint, out _) => endpoint.AbsoluteUri,
            var other => other,
        };
}
