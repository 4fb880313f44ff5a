using System.Text.Json.Serialization;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>A request that the judge's engine fails.</summary>
/// <param name="Method">The method, such as <c>RegisterResource</c>.</param>
/// <param name="Name">The resource; null for all.</param>
/// <param name="Code">The status.</param>
/// <param name="Message">What it says.</param>
internal sealed record MonitorFault(
    [property: JsonPropertyName("method")] string Method,
    [property: JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: JsonPropertyName("code")] RpcStatusCode Code,
    [property: JsonPropertyName("message")] string Message);
