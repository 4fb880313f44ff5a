using Microsoft.AspNetCore.Builder;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm;

/// <summary>Azure Resource Manager: every operation of the catalogue behind one pipeline, and the metadata that tells clients about the cloud.</summary>
internal sealed class ArmService : ISandboxService
{
    private readonly SandboxContext _context;
    private readonly ArmPipeline _pipeline;

    /// <summary>Opens Resource Manager on a sandbox's world; at the first start it holds what <see cref="ArmSeed"/> puts there.</summary>
    public ArmService(SandboxContext context, EntraTenant tenant)
    {
        _context = context;
        World = new ArmWorld(context, tenant);
        _pipeline = new ArmPipeline(World);
        ArmSeed.Plant(World);
    }

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.ResourceManager;

    /// <summary>What Resource Manager remembers.</summary>
    public ArmWorld World { get; }

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.Use(ScopedPath.FoldAsync);
        app.UseRouting();
        app.MapAnswer("/metadata/endpoints", ["GET"], _ => JsonAnswer.Of(CloudMetadata.Of(_context)));
        foreach (var operation in ArmOperations.All)
            app.MapMethods(operation.Route, [operation.Method], http => _pipeline.RunAsync(http, operation));
        app.MapFallback(_pipeline.RefuseAsync);
    }
}
