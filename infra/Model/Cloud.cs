namespace Provisioning.Infra.Model;

/// <summary>The Azure cloud a stack lives in. Endpoints, audiences and name suffixes follow from it.</summary>
public enum Cloud
{
    /// <summary>Azure public cloud.</summary>
    Public,

    /// <summary>Azure US Government.</summary>
    UsGovernment,

    /// <summary>Azure operated by 21Vianet in China.</summary>
    China,

    /// <summary>The sandbox on loopback, which follows the public cloud's conventions.</summary>
    Sandbox,
}
