using System.CommandLine;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Cli.Sandboxes;
using Provisioning.Cli.Verification;

namespace Provisioning.Cli.Commands;

/// <summary>
/// <c>identity-host</c>: for <c>verify</c>, which starts it in the environment of each compute, node or pod. Reads scopes from its input,
/// one a line, and answers each with what the managed-identity endpoint of that environment gives. Nobody types it, so no help shows it.
/// </summary>
internal sealed class IdentityHostCommand : ICommandDefinition
{
    /// <summary>The command's name.</summary>
    public const string Name = "identity-host";

    public Command Build(CommandRunner run)
    {
        var clientId = new Argument<string?>("client-id") { Description = "The identity to ask for (default: the host's own)", Arity = ArgumentArity.ZeroOrOne };
        return run.Handle(new Command(Name, "Answer for a host with a managed identity") { Hidden = true, Arguments = { clientId } }, async (arguments, context, cancellationToken) =>
        {
            var identity = arguments.GetValue(clientId) is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned;
            var options = new ManagedIdentityCredentialOptions(identity);
            options.Retry.MaxRetries = 0;
            using var handler = LoopbackNames.CreateHandler();
            options.Transport = new HttpClientTransport(handler);
            var credential = new ManagedIdentityCredential(options);
            while (await context.Terminal.In.ReadLineAsync(cancellationToken) is { Length: > 0 } scope)
            {
                var answer = await AnswerAsync(credential, scope, cancellationToken);
                await context.Terminal.Out.WriteLineAsync(JsonSerializer.Serialize(answer, IdentityHostJson.Default.IdentityHostAnswer));
                await context.Terminal.Out.FlushAsync(cancellationToken);
            }

            return ExitCode.Success;
        });
    }

    private static async Task<IdentityHostAnswer> AnswerAsync(ManagedIdentityCredential credential, string scope, CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return new IdentityHostAnswer(token.Token, token.ExpiresOn, null);
        }
        catch (AuthenticationFailedException failure)
        {
            return new IdentityHostAnswer(null, default, failure.Message);
        }
    }
}
