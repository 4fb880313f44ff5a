using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Faults;

/// <summary>Which requests go wrong, and how. All given conditions must hold.</summary>
public sealed record FaultRule
{
    private const string DefaultMessage = "The sandbox was told to fail this request.";

    /// <summary>A rule that hits the first matching request, unless initializers say otherwise.</summary>
    public FaultRule()
        : this(from: 1)
    {
    }

    // How JSON is read: what can only be set at creation loses its initial value where JSON leaves it out, but a parameter has its default.
    [JsonConstructor]
    internal FaultRule(int from = 1, int? count = 1, double probability = 1, int status = 500) =>
        (From, Count, Probability, Status) = (from, count, probability, status);

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>HTTP method, or null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Part of the path, compared without case, or null for any. <c>*</c> stands for anything between two parts.</summary>
    public string? Path { get; init; }

    /// <summary>Endpoint (<c>resourceManager</c>, <c>login</c>, <c>graph</c>, <c>deepLake</c>, <c>storage</c>, <c>vault</c>, <c>registry</c>, <c>identity</c>), or null for any.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The first matching request to hit, counted from 1. Default: 1.</summary>
    public int From { get; init; }

    /// <summary>How many matching requests to hit from there on, or null for all. Default: 1.</summary>
    public int? Count { get; init; }

    /// <summary>Share of the requests in reach that is hit, from 0 to 1; with a seed of the sandbox the dice follow from it and the request. Default: 1.</summary>
    public double Probability { get; init; }

    /// <summary>Status of <see cref="FaultKind.Error"/>. Default: 500.</summary>
    public int Status { get; init; }

    /// <summary>What <see cref="FaultKind.Error"/> says, as services do that repeat what they were sent.</summary>
    public string Message { get; init => field = value ?? DefaultMessage; } = DefaultMessage;

    /// <summary>Delay of <see cref="FaultKind.Latency"/>, and <c>Retry-After</c> of <see cref="FaultKind.Throttle"/> in whole seconds. Default: 1 s.</summary>
    [JsonIgnore]
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary><see cref="Delay"/> as JSON has it, where it may be left out.</summary>
    [JsonInclude]
    [JsonPropertyName("delay")]
    internal TimeSpan? DelayInJson
    {
        get => Delay;
        init => Delay = value ?? Delay;
    }
}
