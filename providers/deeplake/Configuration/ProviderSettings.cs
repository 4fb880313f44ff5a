using System.Diagnostics.CodeAnalysis;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Configuration;

/// <summary>Where the service is and who administers it.</summary>
/// <param name="Endpoint">The base address, ending in a slash.</param>
/// <param name="Token">The administrator's token; null when none is configured, which matters only once the service is called.</param>
internal sealed record ProviderSettings(Uri Endpoint, ApiToken? Token)
{
    /// <summary>The configuration key of the base address.</summary>
    public const string EndpointKey = "endpoint";

    /// <summary>The configuration key of the token. Secret.</summary>
    public const string TokenKey = "token";

    /// <summary>The managed service.</summary>
    private const string DefaultEndpoint = "https://api.deeplake.ai";

    private static readonly string[] EndpointVariables = ["DEEPLAKE_API_URL"];
    private static readonly string[] TokenVariables = ["DEEPLAKE_API_KEY", "ACTIVELOOP_TOKEN"];

    /// <summary>Reads the provider's arguments, then its configuration variables, then the environment.</summary>
    /// <exception cref="RpcException">The endpoint is no address that a token can be sent to, or the token is none.</exception>
    public static ProviderSettings Read(ConfigureRequest request, Func<string, string?> environment)
    {
        var arguments = PropertyMarshaller.Unmarshal(request.Args);
        var endpoint = Find(EndpointKey, EndpointVariables) ?? DefaultEndpoint;
        if (!TryParseEndpoint(endpoint, out var address, out var complaint))
            throw new RpcException(RpcStatusCode.InvalidArgument, complaint);

        var token = Find(TokenKey, TokenVariables);
        if (token?.Any(character => character is <= ' ' or > '~') == true)
        {
            throw new RpcException(
                RpcStatusCode.InvalidArgument, "The token of Deep Lake has a blank, a line break or another character that no token has. Copy it again.");
        }

        return new ProviderSettings(address, token is null ? null : new ApiToken(token));

        string? Find(string key, string[] variables)
        {
            var value = PlainValue.Of(arguments.GetOrNull(key)) is PropertyValue.StringValue text
                ? text.Value
                : request.Variables.GetValueOrDefault($"{DeepLakeProvider.Package}:config:{key}");
            return Present(value) ?? variables.Select(name => Present(environment(name))).FirstOrDefault(found => found is not null);
        }
    }

    /// <summary>Reads a base address: https, or http to this machine, without query.</summary>
    /// <param name="text">The address.</param>
    /// <param name="address">The address, ending in a slash.</param>
    /// <param name="complaint">What is wrong with it.</param>
    public static bool TryParseEndpoint(string text, [NotNullWhen(true)] out Uri? address, out string complaint)
    {
        complaint = $"The endpoint '{text}' of Deep Lake is not an https address. Set deeplake:endpoint to one such as {DefaultEndpoint}.";
        address = null;
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var parsed)
            || parsed.Query.Length > 0
            || !(parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback)))
        {
            return false;
        }

        address = parsed;
        return true;
    }

    private static string? Present(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
