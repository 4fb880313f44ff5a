using Azure.Core;
using Azure.Identity;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;

namespace Provisioning.Verification.Checks;

/// <summary>The actor gets an access token.</summary>
/// <param name="signIn">How.</param>
/// <param name="scope">The scope of the token.</param>
/// <param name="diagnosis">Explains a refusal.</param>
internal sealed class SignInCheck(SignIn signIn, string scope, SignInDiagnosis diagnosis) : ICheck
{
    /// <inheritdoc/>
    public string What => "signs in";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await signIn.Credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return Verdict.Held(signIn.How);
        }
        catch (AuthenticationFailedException failure)
        {
            return await diagnosis.ExplainAsync(signIn, failure, cancellationToken);
        }
    }
}
