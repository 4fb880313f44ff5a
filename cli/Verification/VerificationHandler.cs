using System.Collections.Immutable;
using System.Text.Json;
using Azure.Core.Pipeline;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Composition;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Documents;
using Provisioning.Cli.Programs;
using Provisioning.Cli.Rendering;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Workspaces;
using Provisioning.Infra.Model;
using Provisioning.Providers.Azure;
using Provisioning.Verification;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Stacks;

namespace Provisioning.Cli.Verification;

/// <summary>Runs <c>verify</c>: document, outputs, target, checks, report.</summary>
/// <param name="context">The process around it.</param>
/// <param name="choices">What the user asked for.</param>
internal sealed class VerificationHandler(CommandContext context, VerificationChoices choices)
{
    private const string DeepLakeVariable = "DEEPLAKE_API_URL";
    private const string DeepLakeAddress = "https://api.deeplake.ai";

    /// <summary>Runs the command.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
        if (!ProjectProgram.ReadsDocuments(workspace.Project))
            throw new CommandException(new CommandError("ACC7031", ExitCode.Usage, "This project has no stack document, which says what there is to verify."));

        var store = await workspace.OpenStackAsync(cancellationToken);
        var document = await new StackDocuments(context).LoadAsync(workspace.DocumentPath(store), quietly: true);
        var outputs = (await store.LoadAsync(cancellationToken)).Snapshot.Outputs;
        var config = await store.ResolveConfigAsync(false, cancellationToken);
        using var deployment = await DeploymentTarget.OpenAsync(
            context.Sandbox, document.Cloud == Cloud.Sandbox, workspace.Project.RootDirectory, context.Host.Environment, cancellationToken);
        var target = await TargetAsync(deployment, document.Cloud, config.Values, cancellationToken);
        await using var platform = Platform(deployment, target);
        var stack = new DeployedStack(JsonElement.Parse(JsonText.Of(writer => PropertyJson.Write(writer, outputs), indented: false)));
        return await RunAsync(new Verifier(document, stack, target, platform), cancellationToken);
    }

    private async Task<ExitCode> RunAsync(Verifier verifier, CancellationToken cancellationToken)
    {
        var started = context.Host.Time.GetTimestamp();
        var text = new VerificationText(context.Terminal);
        var found = ImmutableArray.CreateBuilder<ActorFindings>();
        await foreach (var actor in verifier.RunAsync(Chosen(verifier.Actors), choices.Wait, cancellationToken))
            Add(actor);
        if (choices.Names.IsEmpty && await verifier.VerifyResourcesAsync(cancellationToken) is { } resources)
            Add(resources);

        var report = new VerificationReport(found.ToImmutable(), context.Host.Time.GetElapsedTime(started));
        if (choices.Json)
            await context.Terminal.Out.WriteLineAsync(VerificationJson.Write(report));
        else
            text.Write(report);
        return choices.Exit(report);

        void Add(ActorFindings findings)
        {
            found.Add(findings);
            if (!choices.Json)
                text.Write(findings);
        }
    }

    private ImmutableArray<Actor> Chosen(ImmutableArray<Actor> actors)
    {
        if (choices.Names.IsEmpty)
            return actors;
        if (choices.Names.FirstOrDefault(name => !actors.Any(actor => IsCalled(actor, name))) is { } unknown)
        {
            throw new CommandException(new CommandError(
                "ACC7035", ExitCode.Usage, $"There is no '{unknown}' to verify; there are {string.Join(", ", actors.Select(actor => actor.Name).Distinct())}."));
        }

        return [.. actors.Where(actor => choices.Names.Any(name => IsCalled(actor, name)))];
    }

    private static bool IsCalled(Actor actor, string name) => actor.Name == name || actor.Name == $"workloads.{name}";

    private async Task<VerificationTarget> TargetAsync(
        DeploymentTarget deployment, Cloud cloud, ImmutableDictionary<string, string> config, CancellationToken cancellationToken)
    {
        var session = await AzureSession.OpenAsync(deployment.Handler, deployment.Environment, config, cancellationToken);
        return new VerificationTarget
        {
            Transport = new HttpClientTransport(deployment.Handler),
            Observer = session.Credential,
            TenantId = session.TenantId,
            SubscriptionId = session.SubscriptionId,
            Authority = session.Authority,
            IsPrivate = session.IsPrivate,
            ResourceManager = session.ResourceManager,
            ResourceManagerScope = session.ResourceManagerScope,
            VaultScope = VaultScope(cloud),
            DeepLake = new Uri(deployment.Environment(DeepLakeVariable) ?? DeepLakeAddress),
            Time = context.Host.Time,
        };
    }

    private IPlatform Platform(DeploymentTarget deployment, VerificationTarget target)
    {
        var http = new HttpClient(deployment.Handler, disposeHandler: false);
        if (deployment.Sandbox is not { } sandbox)
            return new AmbientPlatform(context.Host.Environment, http, new EntraClient(target));
        http.BaseAddress = sandbox.Admin;
        return new SandboxPlatform(http, new EntraClient(target), new IdentityHosts());
    }

    private static string VaultScope(Cloud cloud) => cloud switch
    {
        Cloud.Public or Cloud.Sandbox => "https://vault.azure.net/.default",
        Cloud.UsGovernment => "https://vault.usgovcloudapi.net/.default",
        Cloud.China => "https://vault.azure.cn/.default",
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Unknown cloud."),
    };
}
