using Provisioning.Engine.Programs;
using Provisioning.Infra;
using Provisioning.Infra.Model;
using Pulumi.Hosting;

namespace Provisioning.Cli.Programs;

/// <summary>The program of <c>infra/</c>, run in this process.</summary>
/// <param name="read">Reads the document of a path.</param>
internal sealed class EmbeddedProgram(Func<string, LoadResult> read) : IProgram
{
    /// <inheritdoc/>
    public Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken) => EmbeddedDeployment.RunAsync(
        new DeploymentSettings
        {
            Monitor = context.Monitor,
            Engine = context.Engine,
            Project = context.Project,
            Stack = context.Stack,
            Organization = context.Organization,
            RootDirectory = context.RootDirectory,
            IsDryRun = context.DryRun,
            Parallel = context.Parallel,
            Config = context.Config,
            ConfigSecretKeys = context.ConfigSecretKeys,
        },
        () => ProvisioningProgram.RunAsync(read),
        cancellationToken);
}
