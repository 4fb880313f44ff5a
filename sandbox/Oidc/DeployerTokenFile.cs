using System.Text;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Oidc;

/// <summary>Keeps the deployer's token file filled with a token of the developer issuer, renewed at half its life.</summary>
internal sealed class DeployerTokenFile : IAsyncDisposable
{
    /// <summary>The subject the deployer's federated credential trusts.</summary>
    public const string Subject = "developer:provisioner";

    /// <summary>The audience the deployer's federated credential trusts; the one Entra advises.</summary>
    public const string Audience = "api://AzureADTokenExchange";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimer _renewal;

    /// <summary>Writes the file and begins to renew it.</summary>
    public DeployerTokenFile(StateDirectory directory, SandboxContext context)
    {
        Write();
        _renewal = context.Clock.CreateTimer(_ => Write(), null, Lifetime / 2, Lifetime / 2);

        void Write()
        {
            var token = context.Issuers.Get(OidcIssuers.Developer).Issue(OidcToken.ValidFor(Lifetime, Subject, Audience, context));
            directory.Write(context.Deployer.TokenFile, Encoding.ASCII.GetBytes(token));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _renewal.DisposeAsync();
}
