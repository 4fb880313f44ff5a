using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Official programs made of components, providers and references.</summary>
public sealed class CompositionTests
{
    [NodeFact]
    public async Task Components_HoldTheirChildrenAndOutputs()
    {
        var stack = new OfficialStack("components");

        await stack.UpAsync();
        await stack.UpAsync("smaller");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Providers_AreDefaultExplicitOrInherited()
    {
        var stack = new OfficialStack("providers").Configure("test:region", "west");

        await stack.PreviewAsync();
        await stack.UpAsync();
        Assert.Contains("test@1.2.0", stack.Stack.Loader.Loaded);
        await stack.UpAsync("changed");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task References_CarryResourcesInAndOut()
    {
        var stack = new OfficialStack("references");

        await stack.PreviewAsync();
        await stack.UpAsync();
        await stack.UpAsync();

        stack.AssertExpected();
    }
}
