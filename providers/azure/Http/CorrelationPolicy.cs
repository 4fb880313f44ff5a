using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Providers.Azure.Http;

/// <summary>Marks all calls of one operation with the same correlation id, which Azure's activity log shows.</summary>
internal sealed class CorrelationPolicy : HttpPipelineSynchronousPolicy
{
    /// <summary>The header.</summary>
    public const string Header = "x-ms-correlation-request-id";

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.TryGetProperty(typeof(CorrelationPolicy), out var value) && value is string id)
            message.Request.Headers.SetValue(Header, id);
    }

    /// <summary>Gives a message its correlation id.</summary>
    public static void Mark(HttpMessage message, string correlationId) => message.SetProperty(typeof(CorrelationPolicy), correlationId);
}
