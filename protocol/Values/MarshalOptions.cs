namespace Provisioning.Protocol.Values;

/// <summary>What the peer of one hop understands; what it does not is reduced as Pulumi's engine does.</summary>
public sealed record MarshalOptions
{
    /// <summary>Everything is kept: between programs and the engine.</summary>
    public static MarshalOptions KeepAll { get; } = new()
    {
        KeepUnknowns = true,
        KeepSecrets = true,
        KeepResources = true,
        KeepOutputValues = true,
    };

    /// <summary>What a provider that accepts secrets and resources gets: no output values.</summary>
    public static MarshalOptions Provider { get; } = KeepAll with { KeepOutputValues = false };

    /// <summary>Plain values only: configuration checks and old peers.</summary>
    public static MarshalOptions Plain { get; } = new();

    /// <summary>Off: members that are unknown are left out, also from lists.</summary>
    public bool KeepUnknowns { get; init; }

    /// <summary>Off: secrets become their plain element.</summary>
    public bool KeepSecrets { get; init; }

    /// <summary>Off: a reference becomes the id of a custom resource, the URN of a component.</summary>
    public bool KeepResources { get; init; }

    /// <summary>Off: an output value becomes its element, a secret, or an unknown.</summary>
    public bool KeepOutputValues { get; init; }

    /// <summary>On: assets and archives travel as their hash alone.</summary>
    public bool ElideAssetContents { get; init; }
}
