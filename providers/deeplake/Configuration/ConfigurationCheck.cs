using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Configuration;

/// <summary>Validates the configuration of a provider resource. Says nothing about the token's value.</summary>
internal static class ConfigurationCheck
{
    /// <summary>Checks the configuration; it comes back as it is.</summary>
    public static CheckResponse Check(CheckRequest request)
    {
        var news = PropertyMarshaller.Unmarshal(request.News);
        var response = new CheckResponse { Inputs = request.News };
        if (PlainValue.Of(news.GetOrNull(ProviderSettings.EndpointKey)) is PropertyValue.StringValue { Value.Length: > 0 } endpoint
            && !ProviderSettings.TryParseEndpoint(endpoint.Value, out _, out var complaint))
        {
            response.Failures.Add(new CheckFailure { Property = ProviderSettings.EndpointKey, Reason = complaint });
        }

        return response;
    }
}
