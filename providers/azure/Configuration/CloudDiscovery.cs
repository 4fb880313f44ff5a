using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Configuration;

/// <summary>Finds the addresses of the configured cloud.</summary>
internal static class CloudDiscovery
{
    private const string Path = "/metadata/endpoints?api-version=2022-09-01";

    /// <summary>How often a host that does not answer is asked again.</summary>
    private const int Retries = 4;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>The cloud that the settings name, or that the metadata host describes.</summary>
    public static async Task<Cloud> FindAsync(ProviderSettings settings, HttpPipelineTransport transport, Waits waits, CancellationToken cancellationToken)
    {
        var host = settings.Get(Setting.MetadataHost);
        if (host.Length > 0)
            return await DescribedByAsync(host, transport, waits, cancellationToken);

        var name = settings.Get(Setting.Environment) is { Length: > 0 } given ? given : "public";
        return Cloud.Known.TryGetValue(name, out var cloud)
            ? cloud
            : throw new RpcException(
                RpcStatusCode.InvalidArgument,
                $"{settings.Package}:environment is '{name}'; it must be {string.Join(", ", Cloud.Known.Keys)}. Other clouds are described by {settings.Package}:metadataHost.");
    }

    private static async Task<Cloud> DescribedByAsync(string host, HttpPipelineTransport transport, Waits waits, CancellationToken cancellationToken)
    {
        for (var attempts = 0; ; attempts++)
        {
            try
            {
                return await DescribedByAsync(host, transport, cancellationToken);
            }
            catch (RpcException failure) when (failure.Code == RpcStatusCode.Unavailable && attempts < Retries)
            {
                await waits.DelayAsync(waits.Jittered(FirstWait, LongestWait, attempts), cancellationToken);
            }
        }
    }

    private static async Task<Cloud> DescribedByAsync(string host, HttpPipelineTransport transport, CancellationToken cancellationToken)
    {
        var address = new Uri($"https://{host}{Path}");
        var pipeline = Pipelines.Build(transport);
        try
        {
            using var message = pipeline.CreateMessage();
            message.Request.Method = RequestMethod.Get;
            message.Request.Uri.Reset(address);
            await pipeline.SendAsync(message, cancellationToken);
            if (message.Response.Status != 200)
                throw new RpcException(CodeOf(message.Response.Status), $"The metadata host answered {address} with status {message.Response.Status}.");

            using var document = JsonDocument.Parse(message.Response.Content);
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is RequestFailedException or IOException)
        {
            throw new RpcException(RpcStatusCode.Unavailable, $"The metadata host does not answer at {address}: {failure.GetBaseException().Message}", failure);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException)
        {
            throw new RpcException(RpcStatusCode.FailedPrecondition, $"The metadata host's answer at {address} does not describe a cloud.", failure);
        }
    }

    private static RpcStatusCode CodeOf(int status) => status is 408 or 429 or >= 500 ? RpcStatusCode.Unavailable : RpcStatusCode.FailedPrecondition;

    /// <summary>Reads one description; hosts with several clouds answer with a list, of which the first is their own.</summary>
    private static Cloud Read(JsonElement answer)
    {
        var description = answer.ValueKind == JsonValueKind.Array ? answer[0] : answer;
        var authentication = description.GetProperty("authentication");
        var resourceManager = new Uri(Text(description, "resourceManager"));
        var audiences = authentication.GetProperty("audiences").EnumerateArray().Select(audience => audience.GetString() ?? "").ToList();
        var own = audiences.Find(audience => audience.TrimEnd('/') == resourceManager.AbsoluteUri.TrimEnd('/')) ?? audiences[0];
        return new Cloud(
            new Uri(Text(authentication, "loginEndpoint")),
            resourceManager,
            Cloud.ScopeOf(own),
            new Uri(Text(description, "microsoftGraphResourceId")),
            Cloud.Known["public"].TokenExchangeAudience)
        {
            IsPrivate = true,
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);
}
