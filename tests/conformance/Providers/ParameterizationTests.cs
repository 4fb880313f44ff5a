using Google.Protobuf;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>A plugin that makes packages from parameters, on the official Node.js provider server, and what its process is told.</summary>
public sealed class ParameterizationTests
{
    private const string Type = "circles:index:Circle";

    private readonly TestStack stack = new PluginStack(
        "cloud",
        [new PluginDeclaration("shaper", "../../providers/shaper", "")],
        name => name == "MY_TOKEN" ? "from my token" : Environment.GetEnvironmentVariable(name)).Stack;

    [NodeFact]
    public async Task Plugin_ServesThePackage_AndIsStartedSoAgainFromTheState()
    {
        var package = new ProviderParameterization("circles", "2.0.0", ByteString.CopyFromUtf8("round"));
        var inputs = ProviderInputs.WithParameterization(ProviderInputs.WithPlugin(PropertyMap.Empty, "0.9.0", ""), "shaper", package);
        stack.Config = stack.Config.Add("circles:radius", "3").Add("other:key", "hidden");

        await stack.UpAsync(async program =>
        {
            var provider = await program.RegisterAsync(
                "circles", inputs, request => request.EnvVarMappings["MY_TOKEN"] = "SHAPER_TOKEN", "pulumi:providers:circles");
            await program.RegisterAsync("circle", options: request => request.Provider = $"{provider.Urn}::{provider.Id}", type: Type);
        });

        Assert.Empty(stack.Events.Errors);
        Assert.Equal(
            Map(("shape", "circles 2.0.0: round"), ("environment", "from my token"), ("project", TestStack.Project), ("config", """{"circles:radius":"3"}""")),
            stack.State("circle").Outputs);

        await stack.DestroyAsync();
        Assert.Empty(stack.Events.Errors);
        Assert.Empty(stack.Snapshot.Resources);
    }
}
