using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Provisioning.Backends.Azure.KeyVault;
using Provisioning.Cli.Commands;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;

namespace Provisioning.Cli.Workspaces;

/// <summary>The vaults whose keys can encrypt the secrets of a stack.</summary>
internal static class VaultKeys
{
    private const string OverrideVariable = "PULUMI_CLOUD_SECRET_OVERRIDE";

    /// <summary>The vaults as a stack reaches them.</summary>
    public static SecretsKeepers Of(CommandContext context, Project project, StackReference stack) => new(
        ImmutableDictionary<string, SecretsKeeperOpener>.Empty.Add("azurekeyvault://", url => OpenKeyVault(url, context, project, stack)),
        context.Host.Environment(OverrideVariable));

    /// <summary>A method of its own: what it refers to is loaded when it is called, and a stack with a passphrase starts fast.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static KeyVaultKeeper OpenKeyVault(string url, CommandContext context, Project project, StackReference stack) =>
        KeyVaultKeeper.Open(url, new KeyVaultSignIn(context, project, stack).ConnectAsync);
}
