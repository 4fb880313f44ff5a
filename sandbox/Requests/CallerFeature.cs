using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Provisioning.Sandbox.Requests;

/// <summary>What a service tells the request log about the request it is answering.</summary>
internal sealed class CallerFeature
{
    /// <summary>Object id of the caller, once known.</summary>
    public string? Principal { get; set; }

    /// <summary>Error code of the answer.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Correlation id of the answer.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The feature of a request; there is one for each request an endpoint serves.</summary>
    public static CallerFeature Of(HttpContext context) => context.Features.GetRequiredFeature<CallerFeature>();
}
