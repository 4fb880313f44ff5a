using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plugins;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Services;

namespace Provisioning.Conformance.Tests.Harness;

/// <summary>A stack whose providers are plugins of <c>node/providers</c>; the package <c>test</c> is served in this process.</summary>
internal sealed class PluginStack : IProviderLoader
{
    private readonly FakeProviderLoader test;
    private readonly PluginProviderLoader plugins;

    /// <summary>A stack of a program, and of the plugins that its project names.</summary>
    public PluginStack(string program, params string[] plugins)
        : this(program, [.. plugins.Select(plugin => new PluginDeclaration(plugin, $"../../providers/{plugin}", ""))], Environment.GetEnvironmentVariable)
    {
    }

    public PluginStack(string program, ImmutableArray<PluginDeclaration> declarations, EnvironmentReader environment, TimeProvider? time = null)
    {
        Project = NodeWorkspace.Project(program) with
        {
            ProviderPlugins = declarations,

            // Loading the TypeScript compiler takes longer than most programs here.
            Runtime = new ProjectRuntime("nodejs", ImmutableSortedDictionary<string, string>.Empty.Add("typescript", "false")),
        };
        test = new FakeProviderLoader(Cloud);
        plugins = new PluginProviderLoader(Project, environment, time ?? TimeProvider.System);
        Stack = new TestStack { RootDirectory = Project.RootDirectory, Plugins = this };
    }

    public Project Project { get; }

    /// <summary>What the package <c>test</c> manages.</summary>
    public FakeCloud Cloud { get; } = new();

    public TestStack Stack { get; }

    /// <summary>Runs the official program.</summary>
    public Task<OperationOutcome> RunProgramAsync(bool dryRun = false, OperationOptions? options = null) =>
        Stack.RunAsync(Operation.Update, dryRun, new NodejsProgram(Project), options, default);

    /// <summary>Runs the official program, which has to succeed.</summary>
    public async Task SucceedAsync(bool dryRun = false)
    {
        var outcome = await RunProgramAsync(dryRun);
        Assert.Empty(Stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }

    public Task<IResourceProvider> LoadAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        (request.Package == "test" ? (IProviderLoader)test : plugins).LoadAsync(request, cancellationToken);
}
