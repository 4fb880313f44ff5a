using Azure.Core;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Checks;

/// <summary>A probe whose answer is known.</summary>
internal sealed class FixedProbe(ProbeAnswer answer) : IProbe
{
    public async Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken)
    {
        await credential.GetTokenAsync(new TokenRequestContext(["scope"]), cancellationToken);
        return answer;
    }
}
