namespace Provisioning.Verification.Probes;

/// <summary>What failed requests to a registry mean.</summary>
internal static class RegistryAnswers
{
    private const string UnknownRegistry = "NAME_UNKNOWN";

    /// <summary>The answer of a probe whose request failed.</summary>
    public static ProbeAnswer Of(ServiceReply reply) => reply switch
    {
        ServiceReply.Failure { Status: 404 } failure => failure.ToMissing(),
        ServiceReply.Failure failure => failure.ToAnswer(),
        ServiceReply.Unreached unreached => unreached.ToAnswer(UnknownRegistry),
        _ => throw new InvalidOperationException($"'{reply}' is no failure."),
    };
}
