using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Provisioning.Cli.Commands;

namespace Provisioning.Cli.Verification;

/// <summary>
/// This program once more, in the environment of a host with a managed-identity endpoint: Azure's clients find such an endpoint by the
/// variables of their process. The process starts with the first token and ends with its input.
/// </summary>
/// <param name="environment">The variables that the host sets.</param>
/// <param name="clientId">Client id of the identity to ask for; null for the host's own.</param>
internal sealed class IdentityHost(ImmutableDictionary<string, string> environment, string? clientId) : TokenCredential, IAsyncDisposable
{
    /// <summary>The variables by which Azure's clients would find an identity of this machine instead.</summary>
    private static readonly ImmutableArray<string> Inherited = ["AZURE_", "IDENTITY_", "MSI_", "IMDS_", "DEFAULT_IDENTITY_CLIENT_ID"];

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private Process? process;

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An identity host is asked asynchronously.");

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope = string.Join(' ', requestContext.Scopes);
        await turn.WaitAsync(cancellationToken);
        try
        {
            return tokens.TryGetValue(scope, out var known) ? known : tokens[scope] = await AskAsync(scope, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        turn.Dispose();
        if (process is null)
            return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<AccessToken> AskAsync(string scope, CancellationToken cancellationToken)
    {
        process ??= Process.Start(Describe()) ?? throw new AuthenticationFailedException("The process of the identity host could not be started.");
        await process.StandardInput.WriteLineAsync(scope.AsMemory(), cancellationToken);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new AuthenticationFailedException("The process of the identity host ended without an answer.");
        return JsonSerializer.Deserialize(line, IdentityHostJson.Default.IdentityHostAnswer) switch
        {
            { Token: { } token } answer => new AccessToken(token, answer.ExpiresOn),
            { Error: var error } => throw new AuthenticationFailedException(error),
            null => throw new AuthenticationFailedException("The identity host gave an empty answer."),
        };
    }

    private ProcessStartInfo Describe()
    {
        // Below the `dotnet` host, as in a developer's build, this program is the host's first argument.
        var program = Path.Combine(AppContext.BaseDirectory, typeof(IdentityHost).Assembly.GetName().Name + ".dll");
        var self = Environment.ProcessPath ?? "dotnet";
        var isHost = Path.GetFileNameWithoutExtension(self) == "dotnet";
        var start = new ProcessStartInfo(self, isHost ? [program, IdentityHostCommand.Name] : [IdentityHostCommand.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (clientId is not null)
            start.ArgumentList.Add(clientId);
        foreach (var name in start.Environment.Keys.Where(name => Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
